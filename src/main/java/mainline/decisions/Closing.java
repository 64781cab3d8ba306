package mainline.decisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Notice;
import mainline.kernel.CommunityId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends decisions: each exactly once, however many processes try, in a transaction of its own. */
@Component
public class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final int AT_ONCE = 100;
    private static final int NINE = 9;

    private final DecisionStore store;
    private final ClockStore clocks;
    private final BallotStore ballots;
    private final SecretStore secrets;
    private final Electorate electorate;
    private final ObjectProvider<Settling> settlings;
    private final Communities communities;
    private final RuleBook rules;
    private final PublicRecord record;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Closing(
            DecisionStore store,
            ClockStore clocks,
            BallotStore ballots,
            SecretStore secrets,
            Electorate electorate,
            ObjectProvider<Settling> settlings,
            Communities communities,
            RuleBook rules,
            PublicRecord record,
            TransactionOperations transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.clocks = clocks;
        this.ballots = ballots;
        this.secrets = secrets;
        this.electorate = electorate;
        this.settlings = settlings;
        this.communities = communities;
        this.rules = rules;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** Closes whatever is over. A real clock that has jumped ahead closes nothing: the database's clock must agree. */
    void closeDue() {
        boolean real = clock.equals(Clock.systemUTC());
        clocks.over(clock.instant(), real, AT_ONCE).forEach(this::tryToClose);
        clocks.waitingForAll(AT_ONCE).forEach(this::closeIfAllVoted);
    }

    /** Within a larger act it is left to the job. */
    void closeIfAllVoted(Subject subject) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return;
        if (!isDone(store.find(subject).orElseThrow())) return;
        ApartFromVoter.run(() -> tryToClose(subject));
    }

    private boolean isDone(Decision decision) {
        return decision.stage() instanceof Stage.Open
                && decision.method().isCounted()
                && decision.endsWhenAllVoted()
                && electorate.voted(decision) >= decision.eligible();
    }

    private void tryToClose(Subject subject) {
        try {
            boolean swept = Boolean.TRUE.equals(transaction.execute(status -> close(subject)));
            if (swept && !TransactionSynchronizationManager.isActualTransactionActive()) secrets.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Decision {} of community {} could not be closed", subject.number(), subject.community(), e);
        }
    }

    /** @return whether there were secret ballots, whose traces are to be swept when the transaction is over */
    private boolean close(Subject subject) {
        store.lock(subject);
        Decision decision = store.find(subject).orElseThrow();
        boolean over = !decision.takesBallots(clock.instant()) || isDone(decision);
        if (!(decision.stage() instanceof Stage.Open) || !over) return false;
        Settling.@Nullable Settled settled = null;
        Map<String, String> proof = Map.of();
        if (decision.method().isCounted()) {
            List<BallotStore.Row> cast = cast(decision);
            ballots.publish(subject, cast);
            settled = Counting.settle(decision, cast);
            proof = proof(cast);
            ballots.forget(subject, decision.round());
            secrets.forgetBoxes(subject, decision.round());
        } else {
            for (Settling settling : settlings)
                if (settling.method() == decision.method()) settled = settling.settle(decision);
        }
        if (settled != null) settle(decision, settled, proof);
        return settled != null && decision.secret();
    }

    /** Ends a decision in which nothing was counted, before its window is over or at its end; the caller holds it. */
    public void settle(Decision decision, Settling.Settled settled) {
        settle(decision, settled, Map.of());
    }

    private void settle(Decision decision, Settling.Settled settled, Map<String, String> proof) {
        Subject subject = decision.subject();
        if (!store.leave(subject)) return;
        Instant now = clock.instant();
        store.close(subject, now, settled);
        record.add(Acts.closed(decision, settled, proof));
        if (settled.passed() && decision.review() != null)
            clocks.review(subject, WallClock.moment(decision.review().atTime(NINE, 0), zone(subject.community())));
        if (!settled.passed() && settled.voted() > 0 && decision.method().saysNo()) {
            Duration barred =
                    Duration.ofDays(rules.current(subject.community()).waits().barredDays());
            clocks.bar(subject.community(), clocks.normal(subject), now.plus(barred));
        }
        events.publishEvent(new Notice(decision.by(), subject, Reason.of("decision.told.closed", decision.question())));
        events.publishEvent(
                new DecisionClosed(subject, decision.about(), decision.method(), settled.passed(), settled.winners()));
    }

    /** The ballots of the round in the order of their receipts, which are random. */
    private List<BallotStore.Row> cast(Decision decision) {
        List<BallotStore.Row> rows = new ArrayList<>();
        if (decision.secret())
            for (String ballot : secrets.all(decision.subject(), decision.round())) {
                int space = ballot.indexOf(' ');
                rows.add(new BallotStore.Row(0, ballot.substring(0, space), ballot.substring(space + 1), null, ""));
            }
        else rows.addAll(ballots.open(decision.subject(), decision.round()));
        rows.sort(Comparator.comparing(BallotStore.Row::receipt));
        return rows;
    }

    private static Map<String, String> proof(List<BallotStore.Row> cast) {
        Map<String, String> proof = new LinkedHashMap<>();
        List<String> hashes = Attestation.hashes(cast);
        if (hashes.size() <= Attestation.MOST_LISTED) proof.put("ballots", String.join(" ", hashes));
        proof.put("digest", Attestation.digest(hashes));
        return proof;
    }

    /** Reminds whoever asked that the day has come, once. */
    void remind() {
        for (Subject subject : clocks.reviews(clock.instant(), AT_ONCE))
            transaction.executeWithoutResult(status -> {
                if (!clocks.reviewed(subject)) return;
                Decision decision = store.find(subject).orElseThrow();
                record.add(Act.byItself(
                        DecisionVerb.REVIEW_DUE, subject, decision.question(), String.valueOf(decision.review())));
                events.publishEvent(
                        new Notice(decision.by(), subject, Reason.of("decision.told.review", decision.question())));
            });
    }

    private ZoneId zone(CommunityId community) {
        return communities.find(community).map(Community::zone).orElse(ZoneOffset.UTC);
    }
}
