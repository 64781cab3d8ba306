package mainline.decisions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.community.Standing;
import mainline.discussion.Discussions;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The questions of a community: how they are put, withdrawn and concluded. {@link Ballots} takes the votes. */
@Component
public class Decisions {
    private final DecisionStore store;
    private final WordingStore wordings;
    private final EscalationStore escalations;
    private final Electorate electorate;
    private final ClockStore clocks;
    private final Asking asking;
    private final RuleBook rules;
    private final Standing standing;
    private final Communities communities;
    private final Discussions discussions;
    private final Numbers numbers;
    private final Counts counts;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Decisions(
            DecisionStore store,
            WordingStore wordings,
            EscalationStore escalations,
            Electorate electorate,
            ClockStore clocks,
            Asking asking,
            RuleBook rules,
            Standing standing,
            Communities communities,
            Discussions discussions,
            Numbers numbers,
            Counts counts,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.wordings = wordings;
        this.escalations = escalations;
        this.electorate = electorate;
        this.clocks = clocks;
        this.asking = asking;
        this.rules = rules;
        this.standing = standing;
        this.communities = communities;
        this.discussions = discussions;
        this.numbers = numbers;
        this.counts = counts;
        this.record = record;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Decision> find(CommunityId community, long number) {
        return store.find(new Subject(community, Subject.Kind.DECISION, number));
    }

    /** @throws Missing when there is none */
    public Decision get(CommunityId community, long number) {
        return find(community, number).orElseThrow(() -> new Missing("decision " + number));
    }

    /** Newest first, before the decision of that number (0 for the newest). */
    public Paged<Decision> list(CommunityId community, Which which, long before, int size) {
        long start = before <= 0 ? Long.MAX_VALUE : before;
        return Paged.of(
                store.list(community, which, start, size + 1),
                size,
                decision -> decision.subject().number());
    }

    /** What was decided or is being decided upon something, the newest first. */
    public List<Decision> about(Subject subject, int most) {
        return store.about(subject, most);
    }

    /** What a question was put as at first, before silence or consent did not settle it and it went on. */
    public Subject first(Subject decision) {
        return escalations.before(decision).map(this::first).orElse(decision);
    }

    /** What a question has gone on as by now; itself, unless another method took it up. */
    public Subject latest(Subject decision) {
        return escalations.next(decision).map(this::latest).orElse(decision);
    }

    /** Every version of every option, in order, with who wrote it and when. */
    public List<Choice> versions(Subject decision) {
        return wordings.versions(decision, 0);
    }

    /**
     * Puts a question; whoever may vote on it is written on its roll now.
     *
     * @throws Refused for {@code question}, {@code background}, {@code method}, {@code options}, {@code option-1} and so on,
     *     {@code hours-1} and so on, {@code ends}, {@code seats}, {@code budget}, {@code ratio}, {@code review}, or as a whole
     */
    @Transactional
    public Decision open(Member by, Question question) {
        boolean mission = Decision.isAboutMission(question.about());
        int needed = rules.current(by.community()).opens(question.method(), mission);
        if (needed > 0 && standing.level(by.community(), by.person()) < needed)
            throw Refused.because("", "decision.not-yet-yours", needed);
        String normal = Asking.normal(question);
        if (clocks.isBarred(by.community(), normal, clock.instant()))
            throw Refused.because(
                    "question",
                    "decision.barred",
                    rules.current(by.community()).waits().barredDays());
        return put(by.community(), by.person(), question);
    }

    /** The same for a question that follows by a rule from an earlier one: nobody has to be allowed to ask it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Decision put(CommunityId community, PersonId by, Question question) {
        Rules current = rules.current(community);
        Instant now = clock.instant();
        asking.check(question, current, now, zone(community));
        boolean mission = Decision.isAboutMission(question.about());
        List<PersonId> roll = standing.reaching(community, current.votes(question.method(), mission));
        if (roll.isEmpty()) throw Refused.because("", "decision.nobody-may-vote");
        Terms terms = current.terms(
                question.method(),
                mission,
                roll.size(),
                Math.max(1, question.wanted().seats()),
                question.wanted().budgetQuarterHours(),
                question.wanted().ratio() == null ? 0 : question.wanted().ratio());
        Subject subject = numbers.next(community, Subject.Kind.DECISION);
        Decision decision = asking.decision(subject, by, question, terms, roll.size(), now);
        store.add(decision, Asking.normal(question));
        wordings.word(subject, 1, decision.question(), decision.background(), by, now);
        decision.options().forEach(choice -> wordings.choice(subject, choice));
        electorate.enrol(decision, roll);
        discussions.open(subject, decision.question());
        counts.add(community, Count.DECISIONS, 1);
        record.add(Acts.opened(decision));
        events.publishEvent(new DecisionOpened(subject));
        return decision;
    }

    /** Takes the question back before its end; ballots cast so far are thrown away unread. */
    @Transactional
    public void withdraw(Member by, Subject subject, String reason) {
        Decision decision = own(by, subject);
        new Refused.Check().text(reason, "reason", 1000).orRefuse();
        if (!store.leave(subject)) throw Refused.because("", "decision.over");
        store.withdraw(subject, by.person(), clock.instant(), reason.strip());
        electorate.forget(decision);
        record.add(Act.by(by.person(), DecisionVerb.WITHDRAWN, subject, decision.question(), reason.strip()));
        events.publishEvent(new DecisionWithdrawn(subject, decision.about()));
    }

    /** Says what comes of a closed decision; it can be said better later, and earlier words are kept. */
    @Transactional
    public void conclude(Member by, Subject subject, String statement) {
        Decision decision = own(by, subject);
        new Refused.Check()
                .text(statement, "statement", 5000)
                .that(decision.stage() instanceof Stage.Closed, "", "decision.still-open")
                .orRefuse();
        wordings.conclude(subject, statement.strip(), by.person(), clock.instant());
        record.add(Act.by(by.person(), DecisionVerb.CONCLUDED, subject, decision.question()));
    }

    /** The same as {@link #get}, held alone until the transaction ends. */
    public Decision hold(Subject subject) {
        store.lock(subject);
        return get(subject.community(), subject.number());
    }

    /** All ballots are void and everybody is asked again, until then. The caller holds the decision. */
    @Transactional(propagation = Propagation.MANDATORY)
    void nextRound(Decision decision, Instant ends) {
        electorate.askAgain(decision);
        store.nextRound(decision.subject());
        if (!ends.equals(decision.ends())) store.end(decision.subject(), ends);
    }

    /** Moves the end of an open window. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Subject subject, Instant ends) {
        store.end(subject, ends);
    }

    /** The same, for whoever asked it. */
    Decision own(Member by, Subject subject) {
        Decision decision = hold(subject);
        if (!decision.by().equals(by.person())) throw Refused.because("", "decision.not-yours");
        return decision;
    }

    private ZoneId zone(CommunityId community) {
        return communities.find(community).map(Community::zone).orElse(ZoneOffset.UTC);
    }
}
