package mainline.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks the community to decide.
 *
 * @param about what it is decided upon, if it is something here
 * @param purpose what it is asked for; null where that follows from what it is about
 */
public record Question(
        Wording wording,
        Method method,
        boolean secret,
        @Nullable Subject about,
        @Nullable Purpose purpose,
        Until until,
        Wanted wanted) {

    /** @param options none for the methods that ask about one thing: {@link Method#hasOptions} */
    record Wording(String question, String background, List<ChoiceDraft> options) {
        Wording {
            options = List.copyOf(options);
        }
    }

    /**
     * @param ends see {@link WallClock#moment} for a time as people write it
     * @param allVoted closes as soon as everybody on the roll has voted
     * @param review the day on which the asker is reminded to look at it again
     * @param talkDays in which it is talked about before the ballot opens
     */
    record Until(Instant ends, boolean allVoted, @Nullable LocalDate review, int talkDays) {}

    /**
     * @param seats how many options can win, where several can; else 1
     * @param budgetQuarterHours what is to be shared out, for equal shares; else 0
     * @param ratio of yes to no that it takes, where the asker wants more than the rules do; null for the rules' own
     * @param turnout so many have to take part, where the asker wants that; else null
     * @param dots how many each person spreads, where dots are spread; else 0
     */
    record Wanted(
            int seats,
            long budgetQuarterHours,
            @Nullable Integer ratio,
            @Nullable Turnout turnout,
            int dots) {
        static final Wanted NOTHING = new Wanted(1, 0, null, null, 0);

        /** The same where so many may vote by now: more of them cannot take part. */
        Wanted of(int eligible) {
            return turnout == null || turnout.least(eligible) <= eligible
                    ? this
                    : new Wanted(seats, budgetQuarterHours, ratio, Turnout.ofPeople(eligible), dots);
        }
    }

    /** The plainest question of a method, for later ones to begin from. */
    public static Question of(String question, Method method, Instant ends, String... options) {
        List<ChoiceDraft> drafts = Stream.of(options).map(ChoiceDraft::of).toList();
        Wording wording = new Wording(question, "", drafts);
        return new Question(wording, method, false, null, null, new Until(ends, false, null, 0), Wanted.NOTHING);
    }

    public String question() {
        return wording.question();
    }

    public String background() {
        return wording.background();
    }

    public List<ChoiceDraft> options() {
        return wording.options();
    }

    public Instant ends() {
        return until.ends();
    }

    public Question inSecret() {
        return new Question(wording, method, true, about, purpose, until, wanted);
    }

    /** @param text what there is to know before answering, in Markdown */
    public Question explained(String text) {
        return worded(new Wording(question(), text, options()));
    }

    public Question choosing(List<ChoiceDraft> options) {
        return worded(new Wording(question(), background(), options));
    }

    private Question worded(Wording other) {
        return new Question(other, method, secret, about, purpose, until, wanted);
    }

    public Question about(@Nullable Subject subject) {
        return new Question(wording, method, secret, subject, purpose, until, wanted);
    }

    public Question serving(@Nullable Purpose purpose) {
        return new Question(wording, method, secret, about, purpose, until, wanted);
    }

    public Question untilAllVoted() {
        return lasting(new Until(ends(), true, until.review(), until.talkDays()));
    }

    public Question reviewedOn(@Nullable LocalDate day) {
        return lasting(new Until(ends(), until.allVoted(), day, until.talkDays()));
    }

    /** Talked about for so many days before the ballot opens. */
    public Question announced(int days) {
        return lasting(new Until(ends(), until.allVoted(), until.review(), days));
    }

    private Question lasting(Until other) {
        return new Question(wording, method, secret, about, purpose, other, wanted);
    }

    public Question forSeats(int number) {
        return wanting(
                new Wanted(number, wanted.budgetQuarterHours(), wanted.ratio(), wanted.turnout(), wanted.dots()));
    }

    public Question sharing(long quarterHours, List<ChoiceDraft> projects) {
        return choosing(projects)
                .wanting(new Wanted(wanted.seats(), quarterHours, wanted.ratio(), wanted.turnout(), wanted.dots()));
    }

    Question needing(Turnout turnout) {
        return wanting(new Wanted(wanted.seats(), wanted.budgetQuarterHours(), wanted.ratio(), turnout, wanted.dots()));
    }

    /** @param dots for each person */
    public Question spreading(int dots) {
        return wanting(new Wanted(wanted.seats(), wanted.budgetQuarterHours(), wanted.ratio(), wanted.turnout(), dots));
    }

    private Question wanting(Wanted other) {
        return new Question(wording, method, secret, about, purpose, until, other);
    }
}
