package mainline.decisions;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import mainline.community.Calendar;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.community.Standing;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Sha256;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a question becomes a decision: who may ask it, who may vote on it, and by which terms. */
@Component
class Asking {
    private final RuleBook rules;
    private final Standing standing;
    private final ClockStore clocks;
    private final Clauses clauses;
    private final Numbers numbers;
    private final Calendar calendar;
    private final SecureRandom random = new SecureRandom();

    Asking(RuleBook rules, Standing standing, ClockStore clocks, Clauses clauses, Numbers numbers, Calendar calendar) {
        this.rules = rules;
        this.standing = standing;
        this.clocks = clocks;
        this.clauses = clauses;
        this.numbers = numbers;
        this.calendar = calendar;
    }

    /** A decision as it begins, and who may vote on it. */
    record Begun(Decision decision, List<PersonId> roll) {}

    /** @throws Refused when it is not theirs to ask this yet, or too soon after it was turned down */
    void allow(Member by, Question question) {
        Rules current = rules.current(by.community());
        int needed = current.opens(question.method(), Decision.isAboutMission(question.about()));
        if (needed > 0 && standing.level(by.community(), by.person()) < needed)
            throw Refused.because("", "decision.not-yet-yours", needed);
        if (clocks.isBarred(by.community(), normal(question), calendar.now()))
            throw Refused.because("question", "decision.barred", current.waits().barredDays());
    }

    /** @throws Refused as {@link QuestionCheck} says, or when nobody may vote on it */
    Begun begin(CommunityId community, PersonId by, Question question) {
        Rules current = rules.current(community);
        Instant now = calendar.now();
        Duration shortest = current.shortest(question.method(), question.about(), calendar.isYoung(community));
        QuestionCheck.whole(question, current, shortest, now, calendar.today(community));
        checkPurpose(community, question.purpose());
        boolean mission = Decision.isAboutMission(question.about());
        List<PersonId> roll = roll(community, current, question.method(), mission);
        if (roll.isEmpty()) throw Refused.because("", "decision.nobody-may-vote");
        Terms terms = current.terms(question.method(), mission, roll.size(), question.wanted());
        checkTurnout(terms, roll.size());
        Subject subject = numbers.next(community, Subject.Kind.DECISION);
        return new Begun(decision(subject, by, question, terms, roll.size(), now), roll);
    }

    private void checkPurpose(CommunityId community, @Nullable Purpose purpose) {
        if (purpose == null) return;
        Refused.Check check = new Refused.Check();
        if (purpose.isHousekeeping()) check.optional(purpose.how(), "how", Purpose.LONGEST);
        else check.text(purpose.how(), "how", Purpose.LONGEST);
        check.that(
                        purpose.isHousekeeping() || clauses.holds(community, purpose.clause()),
                        "serves",
                        "decision.serves.unknown")
                .orRefuse();
    }

    /** A decision whose talk is over, as its ballot opens: with the roll of that moment, and what it takes by it. */
    Begun open(Decision announced) {
        CommunityId community = announced.subject().community();
        Rules current = rules.current(community);
        boolean mission = announced.isAboutMission();
        List<PersonId> roll = roll(community, current, announced.method(), mission);
        Question.Wanted wanted = announced.terms().wanted().of(roll.size());
        Terms terms = current.terms(announced.method(), mission, roll.size(), wanted);
        return new Begun(announced.opening(roll.size(), terms), roll);
    }

    private List<PersonId> roll(CommunityId community, Rules current, Method method, boolean mission) {
        return standing.reaching(community, current.votes(method, mission));
    }

    /** An asker can want more of the community to take part than its rules do, never fewer. */
    private static void checkTurnout(Terms terms, int eligible) {
        Turnout turnout = terms.turnout();
        if (turnout == null) return;
        int least = Math.max(1, Math.max(terms.quorum(), terms.least()));
        new Refused.Check()
                .that(turnout.least(eligible) >= least, "quorum", "decision.turnout.few", least)
                .that(turnout.least(eligible) <= eligible, "quorum", "decision.turnout.many", eligible)
                .orRefuse();
    }

    /** Who asks the same about the same thing asks the same question. */
    static String normal(Question question) {
        List<String> parts = new ArrayList<>();
        parts.add(question.about() == null ? "" : question.about().key());
        parts.add(StoredCodes.METHODS.of(question.method()));
        parts.add(Amendment.normal(question.question() + " " + question.background()));
        question.options()
                .forEach(option ->
                        parts.add(Amendment.normal(option.text() + " " + option.detail()) + option.quarterHours()));
        return Sha256.hex(String.join("\n", parts));
    }

    static String normal(Decision decision) {
        List<ChoiceDraft> options = decision.options().stream()
                .map(choice -> new ChoiceDraft(choice.text(), choice.detail(), choice.quarterHours()))
                .toList();
        return normal(Question.of(decision.question(), decision.method(), decision.ends())
                .explained(decision.background())
                .about(decision.about())
                .choosing(options));
    }

    private Decision decision(Subject subject, PersonId by, Question question, Terms terms, int eligible, Instant now) {
        List<Choice> options = new ArrayList<>();
        for (ChoiceDraft draft : question.options())
            options.add(new Choice(
                    options.size() + 1,
                    1,
                    draft.text().strip(),
                    draft.detail().strip(),
                    question.method() == Method.EQUAL_SHARES ? draft.quarterHours() : 0,
                    by,
                    now));
        Talk talk = talk(question, now);
        return new Decision(
                subject,
                question.about(),
                purpose(question.purpose()),
                by,
                question.method(),
                new Decision.Wording(
                        1, question.question().strip(), question.background().strip(), options),
                new Decision.Window(
                        now,
                        question.ends(),
                        question.until().allVoted(),
                        question.until().review(),
                        talk),
                new Decision.Poll(question.secret(), 1, eligible, eligible, lot()),
                terms,
                talk == null ? new Stage.Open() : new Stage.Announced(talk.opens()));
    }

    private static @Nullable Purpose purpose(@Nullable Purpose asked) {
        return asked == null ? null : new Purpose(asked.clause(), asked.how().strip());
    }

    private static @Nullable Talk talk(Question question, Instant now) {
        int days = question.until().talkDays();
        return days == 0 ? null : new Talk(days, now.plus(Duration.ofDays(days)));
    }

    private String lot() {
        byte[] lot = new byte[32];
        random.nextBytes(lot);
        return HexFormat.of().formatHex(lot);
    }
}
