package mainline.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** A question with an electorate, a method, a window, an outcome and a record anyone can recount. */
public record Decision(
        Subject subject,
        @Nullable Subject about,
        @Nullable Purpose purpose,
        PersonId by,
        Method method,
        Wording wording,
        Window window,
        Poll poll,
        Terms terms,
        Stage stage) {

    /**
     * @param version of question and background, from 1
     * @param options empty for the methods that ask about one thing
     */
    public record Wording(int version, String question, String background, List<Choice> options) {
        public Wording {
            options = List.copyOf(options);
        }
    }

    /**
     * @param opened when it was asked
     * @param review the day on which whoever asked is reminded to look at it again
     * @param talk before the ballot opens; null where it opened with the question
     */
    public record Window(
            Instant opened,
            Instant ends,
            boolean endsWhenAllVoted,
            @Nullable LocalDate review,
            @Nullable Talk talk) {}

    /**
     * @param round from 1; every amendment that matters voids the ballots and begins the next
     * @param eligible how many are on the roll
     * @param enrolled how many were at the opening
     * @param lot what the public lot is drawn from, together with the receipts; told in the record at the opening
     */
    public record Poll(boolean secret, int round, int eligible, int enrolled, String lot) {}

    public String question() {
        return wording.question();
    }

    public String background() {
        return wording.background();
    }

    public int version() {
        return wording.version();
    }

    public List<Choice> options() {
        return wording.options();
    }

    public Instant opened() {
        return window.opened();
    }

    public @Nullable Talk talk() {
        return window.talk();
    }

    /** When its ballot opened, or opens. */
    public Instant ballotOpens() {
        return window.talk() == null ? window.opened() : window.talk().opens();
    }

    public Instant ends() {
        return window.ends();
    }

    public boolean endsWhenAllVoted() {
        return window.endsWhenAllVoted();
    }

    public @Nullable LocalDate review() {
        return window.review();
    }

    public boolean secret() {
        return poll.secret();
    }

    public int round() {
        return poll.round();
    }

    public int eligible() {
        return poll.eligible();
    }

    /** So many have to take part for anything to be decided; 0 where the asker wanted none. */
    public int leastTurnout() {
        return terms.leastTurnout(eligible());
    }

    /** Whether who joins before the end comes on the roll. */
    public boolean takesLatecomers() {
        return terms.reckoning() != null;
    }

    /** The number of "keep discussing" on a ranked ballot, one after the last option; 0 where there is no such option. */
    public int keepDiscussing() {
        return method == Method.RANKED ? options().size() + 1 : 0;
    }

    /** How many numbers stand on a ballot. */
    public int numbers() {
        return method == Method.RANKED
                ? options().size() + 1
                : Math.max(1, options().size());
    }

    /** Whether a ballot cast now would be taken: the clock says so, not the job that closes. */
    public boolean takesBallots(Instant now) {
        return stage instanceof Stage.Open && now.isBefore(ends());
    }

    /** Whether it is about the mission, which takes more. */
    public boolean isAboutMission() {
        return isAboutMission(about);
    }

    static boolean isAboutMission(@Nullable Subject about) {
        return about != null && (about.kind() == Subject.Kind.MISSION || about.kind() == Subject.Kind.CLAUSE);
    }

    Decision with(List<Choice> choices) {
        Wording whole = new Wording(version(), question(), background(), choices);
        return new Decision(subject, about, purpose, by, method, whole, window, poll, terms, stage);
    }

    /** The same from the moment at which its ballot opens, to so many. */
    Decision opening(int eligible, Terms terms) {
        Poll opened = new Poll(secret(), round(), eligible, eligible, poll.lot());
        return new Decision(subject, about, purpose, by, method, wording, window, opened, terms, new Stage.Open());
    }

    public String path() {
        return subject.path();
    }

    /** A sentence about it for whoever is told, with when it ends. */
    public Reason told(String key, Instant end) {
        return Reason.of("decision.told.ends", Reason.of(key, question()), end);
    }
}
