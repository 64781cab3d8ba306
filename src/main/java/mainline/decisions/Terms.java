package mainline.decisions;

/**
 * What it takes to decide, frozen when the decision was opened.
 *
 * @param quorum so many must prefer an option to things as they are, or say yes; 0 for none
 * @param ratio yes must be at least so many times no, and more than no
 * @param least approvals an option needs; 0 for none
 * @param seats how many options can win
 * @param budgetQuarterHours what is shared out; 0 for none
 * @param asked the ratio the asker wanted, where it is more than the rules'; else 0
 * @param concernDays so many days the side that owes an answer has for it
 * @param completion of equal shares
 */
public record Terms(
        int quorum,
        int ratio,
        int least,
        int seats,
        long budgetQuarterHours,
        int asked,
        int concernDays,
        Completion completion) {}
