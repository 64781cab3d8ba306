package mainline.decisions;

import org.jspecify.annotations.Nullable;

/**
 * What it takes to decide, frozen when the decision was opened; where the roll grows, how it is reckoned is frozen.
 *
 * @param quorum so many must prefer an option to things as they are, or say yes; 0 for none
 * @param ratio yes must be at least so many times no, and more than no
 * @param least approvals an option needs; 0 for none
 * @param seats how many options can win
 * @param budgetQuarterHours what is shared out; 0 for none
 * @param asked the ratio the asker wanted, where it is more than the rules'; else 0
 * @param concernDays so many days the side that owes an answer has for it
 * @param completion of equal shares
 * @param dots how many each person spreads; 0 for none
 * @param turnout so many have to take part, where the asker wanted that; else null
 * @param reckoning of quorum and approvals by the roll of the end; null where who joins before it has no vote
 */
public record Terms(
        int quorum,
        int ratio,
        int least,
        int seats,
        long budgetQuarterHours,
        int asked,
        int concernDays,
        Completion completion,
        int dots,
        @Nullable Turnout turnout,
        @Nullable Reckoning reckoning) {

    /** What its asker wanted. */
    Question.Wanted wanted() {
        return new Question.Wanted(seats, budgetQuarterHours, asked, turnout, dots);
    }

    /** So many of so many have to take part for anything to be decided; 0 where the asker wanted none. */
    int leastTurnout(int eligible) {
        return turnout == null ? 0 : turnout.least(eligible);
    }

    /** The same for a roll that has grown to so many. */
    Terms of(Method method, int eligible) {
        if (reckoning == null) return this;
        return new Terms(
                reckoning.quorum(method, eligible),
                ratio,
                reckoning.least(method, eligible),
                seats,
                budgetQuarterHours,
                asked,
                concernDays,
                completion,
                dots,
                turnout,
                reckoning);
    }
}
