package mainline.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks the community to decide.
 *
 * @param options none for the methods that ask about one thing: {@link Method#hasOptions}
 * @param about what it is decided upon, if it is something here
 * @param ends see {@link WallClock#moment} for a time as people write it
 * @param endsWhenAllVoted closes as soon as everybody on the roll has voted
 * @param seats how many options can win, for approval and seats; else 1
 * @param budgetQuarterHours what is to be shared out, for equal shares; else 0
 * @param ratio of yes to no that it takes, where the asker wants more than the rules do; null for the rules' own
 * @param review the day on which the asker is reminded to look at it again
 */
public record Question(
        String question,
        String background,
        Method method,
        boolean secret,
        List<ChoiceDraft> options,
        @Nullable Subject about,
        Instant ends,
        boolean endsWhenAllVoted,
        int seats,
        long budgetQuarterHours,
        @Nullable Integer ratio,
        @Nullable LocalDate review) {
    public Question {
        options = List.copyOf(options);
    }

    /** The plainest question of a method, for later ones to begin from. */
    public static Question of(String question, Method method, Instant ends, String... options) {
        List<ChoiceDraft> drafts =
                List.of(options).stream().map(ChoiceDraft::of).toList();
        return new Question(question, "", method, false, drafts, null, ends, false, 1, 0, null, null);
    }

    public Question inSecret() {
        return new Question(
                question,
                background,
                method,
                true,
                options,
                about,
                ends,
                endsWhenAllVoted,
                seats,
                budgetQuarterHours,
                ratio,
                review);
    }

    /** @param text what there is to know before answering, in Markdown */
    public Question explained(String text) {
        return new Question(
                question,
                text,
                method,
                secret,
                options,
                about,
                ends,
                endsWhenAllVoted,
                seats,
                budgetQuarterHours,
                ratio,
                review);
    }

    public Question about(Subject subject) {
        return new Question(
                question,
                background,
                method,
                secret,
                options,
                subject,
                ends,
                endsWhenAllVoted,
                seats,
                budgetQuarterHours,
                ratio,
                review);
    }

    public Question untilAllVoted() {
        return new Question(
                question,
                background,
                method,
                secret,
                options,
                about,
                ends,
                true,
                seats,
                budgetQuarterHours,
                ratio,
                review);
    }

    public Question forSeats(int number) {
        return new Question(
                question,
                background,
                method,
                secret,
                options,
                about,
                ends,
                endsWhenAllVoted,
                number,
                budgetQuarterHours,
                ratio,
                review);
    }

    public Question sharing(long quarterHours, List<ChoiceDraft> projects) {
        return new Question(
                question,
                background,
                method,
                secret,
                projects,
                about,
                ends,
                endsWhenAllVoted,
                seats,
                quarterHours,
                ratio,
                review);
    }

    public Question reviewedOn(LocalDate day) {
        return new Question(
                question,
                background,
                method,
                secret,
                options,
                about,
                ends,
                endsWhenAllVoted,
                seats,
                budgetQuarterHours,
                ratio,
                day);
    }
}
