package mainline.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mainline.community.Calendar;
import mainline.community.Notice;
import mainline.community.Standing;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** By the published rule, what one method cannot settle goes on by the next: silence, then consent, then a ranked vote. */
@Component
public class Escalations {
    private final EscalationStore store;
    private final Decisions decisions;
    private final Settlement settlement;
    private final RuleBook rules;
    private final Standing standing;
    private final PublicRecord record;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;

    Escalations(
            EscalationStore store,
            Decisions decisions,
            Settlement settlement,
            RuleBook rules,
            Standing standing,
            PublicRecord record,
            Calendar calendar,
            ApplicationEventPublisher events) {
        this.store = store;
        this.decisions = decisions;
        this.settlement = settlement;
        this.rules = rules;
        this.standing = standing;
        this.record = record;
        this.calendar = calendar;
        this.events = events;
    }

    /** As what a decision goes on, if it does. */
    public Optional<Subject> next(Subject decision) {
        return store.next(decision);
    }

    /** What a question was put as at first, before silence or consent did not settle it and it went on. */
    public Subject first(Subject decision) {
        return before(decision).map(this::first).orElse(decision);
    }

    /** What a question has gone on as by now; itself, unless another method took it up. */
    public Subject latest(Subject decision) {
        return next(decision).map(this::latest).orElse(decision);
    }

    /** What a decision goes on from, if it does. */
    public Optional<Subject> before(Subject decision) {
        return store.before(decision);
    }

    /** The shortest window of the decision's method. */
    public Duration shortest(Decision decision) {
        return rules.current(decision.subject().community()).shortest(decision.method(), decision.isAboutMission());
    }

    /** Stops a question that was to stand by silence, and puts it as one for consent. The caller holds the decision. */
    public Subject toConsent(Decision decision, PersonId by, Collection<PersonId> involved, Reason sentence) {
        settlement.stop(decision, by, new Settling.Settled(false, List.of(), involved.size(), sentence));
        return goOn(decision, by, involved, again(decision, Method.CONSENT).reviewedOn(review(decision)));
    }

    /**
     * Puts what two rounds of consent did not settle to a ranked vote among the wordings that were objected to. The caller
     * holds the decision and closes it.
     *
     * @return nothing where nobody could vote on it
     */
    public Optional<Subject> toRankedVote(
            Decision decision, Collection<PersonId> involved, List<ChoiceDraft> variants) {
        int level = rules.current(decision.subject().community()).votes(Method.RANKED, decision.isAboutMission());
        if (standing.reaching(decision.subject().community(), level).isEmpty()) return Optional.empty();
        Question question = again(decision, Method.RANKED).choosing(variants).reviewedOn(decision.review());
        return Optional.of(goOn(decision, null, involved, question));
    }

    /** The same question by another method. */
    private Question again(Decision decision, Method method) {
        return Question.of(decision.question(), method, end(decision))
                .explained(decision.background())
                .about(decision.about());
    }

    private Subject goOn(Decision decision, @Nullable PersonId by, Collection<PersonId> involved, Question question) {
        Subject next = decisions
                .put(decision.subject().community(), decision.by(), question)
                .subject();
        store.add(decision.subject(), next, by, calendar.now());
        Act act = by == null
                ? Act.byItself(DecisionVerb.ESCALATED, decision.subject(), decision.question(), "" + next.number())
                : Act.by(by, DecisionVerb.ESCALATED, decision.subject(), decision.question(), "" + next.number());
        record.add(act);
        for (PersonId person : involved)
            if (!person.equals(by))
                events.publishEvent(Notice.asked(
                        person, next, decision.told("decision.told.escalated." + question.method(), question.ends())));
        return next;
    }

    private Instant end(Decision decision) {
        int hours = rules.current(decision.subject().community()).windows().usualHours();
        return WallClock.moment(
                LocalDateTime.ofInstant(
                                calendar.now(), calendar.zone(decision.subject().community()))
                        .plusHours(hours),
                calendar.zone(decision.subject().community()));
    }

    private LocalDate review(Decision decision) {
        LocalDate today = calendar.today(decision.subject().community());
        return today.plusDays(
                rules.current(decision.subject().community()).waits().reviewDays());
    }
}
