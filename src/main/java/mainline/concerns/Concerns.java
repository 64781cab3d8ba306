package mainline.concerns;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.DecisionVerb;
import mainline.decisions.Decisions;
import mainline.decisions.Escalations;
import mainline.decisions.Stage;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.text.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Concerns against what would stand by silence. Clocks run only on the side that owes an answer: after an answer, whoever
 * raised a concern has the days of the rules to say whether it is resolved, and without an answer it never lapses.
 */
@Component
public class Concerns {
    static final int LONGEST_TEXT = 5000;
    private static final int EXCERPT = 120;

    private final ConcernStore store;
    private final Decisions decisions;
    private final RaisingRules raising;
    private final Escalations escalations;
    private final ConcernClocks clocks;
    private final ConcernNotices notices;
    private final PublicRecord record;
    private final Clock clock;

    Concerns(
            ConcernStore store,
            Decisions decisions,
            RaisingRules raising,
            Escalations escalations,
            ConcernClocks clocks,
            ConcernNotices notices,
            PublicRecord record,
            Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.raising = raising;
        this.escalations = escalations;
        this.clocks = clocks;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    /** All that were raised, the oldest first. */
    public List<Concern> of(Subject decision) {
        return store.of(decision);
    }

    /**
     * Raises a concern; the decision does not stand while it is open.
     *
     * @param clause of the mission that speaks against it; 0 for none
     * @param resolver who works on resolving it; null for whoever raises it
     * @throws Refused for the fields {@code harm}, {@code clause}, {@code resolver}, or as a whole
     */
    @Transactional
    public void raise(Member by, Subject subject, String harm, int clause, @Nullable PersonId resolver) {
        Decision decision = open(subject);
        raising.check(decision, by, store.of(subject), harm, clause, resolver);
        PersonId works = resolver == null ? by.person() : resolver;
        store.add(subject, by.person(), works, harm.strip(), clause, clock.instant());
        String note = harm.isBlank() ? "M" + clause : Markdown.excerpt(harm, EXCERPT);
        record.add(Act.by(by.person(), DecisionVerb.CONCERN_RAISED, subject, decision.question(), note));
        notices.tell(by, decision.by(), subject, "concern.told.raised", decision.question());
        if (!works.equals(by.person())) notices.tell(by, works, subject, "concern.told.resolver", decision.question());
        notices.wrote(by, decision, "harm", harm);
        store.rest(subject);
    }

    /** Answers a concern; from now on whoever raised it owes the next word. @throws Refused for {@code text} or as a whole */
    @Transactional
    public void answer(Member by, Subject subject, int number, String text) {
        Decision decision = open(subject);
        Concern concern = open(subject, number);
        if (concern.by().equals(by.person())) throw Refused.because("text", "concern.own-answer");
        new Refused.Check().text(text, "text", LONGEST_TEXT).orRefuse();
        clocks.answered(
                concern, new Concern.Turn(Concern.Kind.ANSWER, by.person(), text.strip(), clock.instant()), decision);
        record.add(Act.by(
                by.person(),
                DecisionVerb.CONCERN_ANSWERED,
                subject,
                decision.question(),
                Markdown.excerpt(text, EXCERPT)));
        notices.wrote(by, decision, "text", text);
    }

    /** Whoever raised it is not content and says what is missing: the askers owe the next answer. */
    @Transactional
    public void reply(Member by, Subject subject, int number, String text) {
        Decision decision = open(subject);
        Concern concern = owed(by, subject, number);
        new Refused.Check().text(text, "text", LONGEST_TEXT).orRefuse();
        store.turn(concern, new Concern.Turn(Concern.Kind.REPLY, by.person(), text.strip(), clock.instant()));
        store.stop(concern);
        record.add(Act.by(
                by.person(),
                DecisionVerb.CONCERN_REPLIED,
                subject,
                decision.question(),
                Markdown.excerpt(text, EXCERPT)));
        notices.tell(by, decision.by(), subject, "concern.told.replied", decision.question());
        notices.wrote(by, decision, "text", text);
    }

    /** Whoever raised it is content; also possible before anybody answered. */
    @Transactional
    public void resolve(Member by, Subject subject, int number, String reason) {
        Decision decision = open(subject);
        Concern concern = own(by, subject, number);
        new Refused.Check().optional(reason, "text", LONGEST_TEXT).orRefuse();
        clocks.end(concern, "RESOLVED", reason.strip());
        record.add(Act.by(by.person(), DecisionVerb.CONCERN_RESOLVED, subject, decision.question(), note(reason)));
        notices.tell(by, decision.by(), subject, "concern.told.resolved", decision.question());
        notices.wrote(by, decision, "text", reason);
    }

    /**
     * The answer did not settle it: the decision is stopped and goes on as a round of consent.
     *
     * @return what it goes on as
     */
    @Transactional
    public Subject stand(Member by, Subject subject, int number, String reason) {
        Decision decision = open(subject);
        Concern concern = owed(by, subject, number);
        new Refused.Check().text(reason, "text", LONGEST_TEXT).orRefuse();
        clocks.end(concern, "STANDS", reason.strip());
        record.add(Act.by(by.person(), DecisionVerb.CONCERN_STANDS, subject, decision.question(), note(reason)));
        Subject next = escalations.toConsent(decision, by.person(), involved(decision), Reason.of("lazy.stopped"));
        notices.wrote(by, decision, "text", reason);
        return next;
    }

    /** Whoever asked does not wait: the question goes on as a round of consent. Only while a concern is open. */
    @Transactional
    public Subject escalate(Member by, Subject subject) {
        Decision decision = open(subject);
        if (!decision.by().equals(by.person())) throw Refused.because("", "decision.not-yours");
        if (store.of(subject).stream().noneMatch(clocks::isOpenNow)) throw Refused.because("", "concern.none-open");
        return escalations.toConsent(decision, by.person(), involved(decision), Reason.of("lazy.taken-on"));
    }

    private Set<PersonId> involved(Decision decision) {
        return Stream.concat(
                        Stream.of(decision.by()),
                        store.of(decision.subject()).stream().map(Concern::by))
                .collect(Collectors.toSet());
    }

    /** Clocks that have to be looked at: each reminds, or lapses. */
    List<ConcernStore.Due> due() {
        return clocks.due();
    }

    /** Reminds whoever owes a word, or ends what lapsed. */
    @Transactional
    void look(ConcernStore.Due due) {
        clocks.look(decisions.hold(due.decision()), find(due.decision(), due.concern()));
    }

    private Decision open(Subject subject) {
        Decision decision = decisions.hold(subject);
        if (!(decision.stage() instanceof Stage.Open)) throw Refused.because("", "decision.over");
        return decision;
    }

    private Concern find(Subject subject, int number) {
        return store.of(subject).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new Missing("concern " + number));
    }

    private Concern open(Subject subject, int number) {
        Concern concern = find(subject, number);
        if (concern.isOpen() && !clocks.isOpenNow(concern)) throw Refused.because("", "concern.has-lapsed");
        if (!concern.isOpen()) throw Refused.because("", "concern.settled");
        return concern;
    }

    private Concern own(Member by, Subject subject, int number) {
        Concern concern = open(subject, number);
        if (!concern.by().equals(by.person())) throw Refused.because("", "concern.not-yours");
        return concern;
    }

    private Concern owed(Member by, Subject subject, int number) {
        Concern concern = own(by, subject, number);
        if (concern.state() instanceof Concern.Waiting) throw Refused.because("", "concern.not-answered");
        return concern;
    }

    private static String note(String reason) {
        return reason.isBlank() ? "" : Markdown.excerpt(reason, EXCERPT);
    }
}
