package mainline.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.community.Audience;
import mainline.community.Calendar;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Listing;
import mainline.community.Member;
import mainline.community.Notice;
import mainline.community.Written;
import mainline.discussion.Discussions;
import mainline.interests.Declared;
import mainline.interests.Interests;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The questions of a community: how they are put, withdrawn and concluded. {@link Ballots} takes the votes. */
@Component
public class Decisions {
    private final DecisionStore store;
    private final Electorate electorate;
    private final Asking asking;
    private final Interests interests;
    private final Discussions discussions;
    private final Counts counts;
    private final PublicRecord record;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;

    Decisions(
            DecisionStore store,
            Electorate electorate,
            Asking asking,
            Interests interests,
            Discussions discussions,
            Counts counts,
            PublicRecord record,
            Calendar calendar,
            ApplicationEventPublisher events) {
        this.store = store;
        this.electorate = electorate;
        this.asking = asking;
        this.interests = interests;
        this.discussions = discussions;
        this.counts = counts;
        this.record = record;
        this.calendar = calendar;
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
        return list(community, which, null, before, size);
    }

    /** @param clause those that serve it, 0 for housekeeping; null for all */
    Paged<Decision> list(CommunityId community, Which which, @Nullable Integer clause, long before, int size) {
        long start = before <= 0 ? Long.MAX_VALUE : before;
        return Paged.of(
                store.list(community, which, clause, start, size + 1),
                size,
                decision -> decision.subject().number());
    }

    Listing<Decision> in(CommunityId community) {
        return new DecisionListing(store, community);
    }

    /** How far a question was told; nothing while some of its roll are still to be told, and for those of earlier releases. */
    Optional<Reach> reach(Subject decision) {
        return store.reach(decision);
    }

    /** What was decided or is being decided upon something, the newest first. */
    public List<Decision> about(Subject subject, int most) {
        return store.about(subject, most);
    }

    /** Questions of this member that passed, the newest first. */
    public List<Decision> passed(Member by, int most) {
        return store.passed(by.community(), by.person(), most);
    }

    /**
     * Puts a question; whoever may vote on it is written on its roll now, or, where it is announced, when its ballot opens.
     *
     * @throws Refused for {@code question}, {@code background}, {@code method}, {@code options}, {@code option-1} and so on,
     *     {@code hours-1} and so on, {@code ends}, {@code seats}, {@code budget}, {@code ratio}, {@code quorum}, {@code dots},
     *     {@code talk}, {@code serves}, {@code how}, {@code review}, or as a whole
     */
    @Transactional
    public Decision open(Member by, Question question) {
        return open(by, question, "");
    }

    /** @param interest what the asker gains by it; empty for nothing. @throws Refused for {@code interest} as well */
    @Transactional
    public Decision open(Member by, Question question, String interest) {
        asking.allow(by, question);
        Decision decision = put(by.community(), by.person(), question);
        interests.declare(by.person(), Declared.Act.QUESTION, decision.subject(), decision.question(), interest);
        events.publishEvent(
                new Written(by, decision.subject(), decision.question(), "background", decision.background()));
        return decision;
    }

    /** The same for a question that follows by a rule from an earlier one: nobody has to be allowed to ask it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Decision put(CommunityId community, PersonId by, Question question) {
        Asking.Begun begun = asking.begin(community, by, question);
        Decision decision = begun.decision();
        Subject subject = decision.subject();
        store.add(decision, Asking.normal(question));
        discussions.open(subject, decision.question());
        counts.add(community, Count.DECISIONS, 1);
        if (decision.stage() instanceof Stage.Announced announced) announce(decision, announced);
        else {
            electorate.enrol(decision, begun.roll());
            record.add(Acts.opened(decision));
            events.publishEvent(new DecisionOpened(subject));
        }
        return decision;
    }

    private void announce(Decision decision, Stage.Announced announced) {
        record.add(Acts.announced(decision));
        events.publishEvent(Notice.bound(
                new Audience.Members(decision.by()),
                decision.subject(),
                Reason.of("decision.told.announced", decision.question(), announced.opens())));
    }

    /** Takes the question back before its end; ballots cast so far are thrown away unread. */
    @Transactional
    public void withdraw(Member by, Subject subject, String reason) {
        Decision decision = own(by, subject);
        new Refused.Check().text(reason, "reason", 1000).orRefuse();
        if (!store.leave(subject)) throw Refused.because("", "decision.over");
        store.withdraw(subject, by.person(), calendar.now(), reason.strip());
        electorate.forget(decision);
        record.add(Act.by(by.person(), DecisionVerb.WITHDRAWN, subject, decision.question(), reason.strip()));
        events.publishEvent(new DecisionWithdrawn(subject, decision.about()));
    }

    /** Says what comes of a closed decision; it can be said better later, and earlier words are kept. */
    @Transactional
    public void conclude(Member by, Subject subject, String statement) {
        Decision decision = own(by, subject);
        String before = decision.stage() instanceof Stage.Closed closed ? closed.statement() : "";
        new Refused.Check()
                .text(statement, "statement", 5000)
                .that(decision.stage() instanceof Stage.Closed, "", "decision.still-open")
                .orRefuse();
        store.conclude(subject, statement.strip(), by.person(), calendar.now());
        record.add(Act.by(by.person(), DecisionVerb.CONCLUDED, subject, decision.question()));
        events.publishEvent(
                new Written(by, subject, decision.question(), "statement", statement.strip(), List.of(before)));
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
}
