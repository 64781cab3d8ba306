package mainline.decisions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each community has agreed about deciding, in versions. A decision keeps the terms it was opened with. */
@Component
public class RuleBook {
    private static final int MOST_REHEARSED = 500;
    private static final int COMMUNITIES = 2_000;

    private final RuleStore store;
    private final DecisionStore decisions;
    private final BallotStore ballots;
    private final PublicRecord record;
    private final Clock clock;
    private final Kept<CommunityId, Rules> known;

    RuleBook(
            RuleStore store,
            DecisionStore decisions,
            BallotStore ballots,
            PublicRecord record,
            Clock clock,
            Memory memory) {
        this.store = store;
        this.decisions = decisions;
        this.ballots = ballots;
        this.record = record;
        this.clock = clock;
        this.known = memory.keep(
                COMMUNITIES, id -> id, movement -> movement.verb().equals(DecisionVerb.RULES_ADOPTED.code()));
    }

    /** The usual ones as long as nothing else was adopted. */
    public Rules current(CommunityId community) {
        return known.get(community, id -> store.current(id).orElseGet(Rules::usual));
    }

    /** 0 for the usual rules, then counted from 1. */
    public int version(CommunityId community) {
        return store.version(community);
    }

    /**
     * Puts rules in force for what is opened from now on.
     *
     * @param by the decision that adopted them, if there was one
     */
    @Transactional
    public void adopt(CommunityId community, Rules rules, @Nullable Subject by) {
        int version = store.version(community) + 1;
        store.add(community, version, rules, by, clock.instant());
        Subject about = by == null ? new Subject(community, Subject.Kind.COMMUNITY, 0) : by;
        record.add(Act.byItself(DecisionVerb.RULES_ADOPTED, about, "", String.valueOf(version)));
    }

    /**
     * Counts what was decided again, by the quorum, ratio, approvals and completion that these rules would have asked for: up to the last 500
     * decisions, of which those are returned that would have gone otherwise, the newest first.
     */
    public List<Rehearsed> rehearse(CommunityId community, Rules rules) {
        List<Rehearsed> otherwise = new ArrayList<>();
        for (Decision decision : decisions.list(community, Which.SETTLED, Long.MAX_VALUE, MOST_REHEARSED))
            if (decision.stage() instanceof Stage.Closed closed
                    && decision.method().isCounted())
                rehearse(decision, closed, rules).ifPresent(otherwise::add);
        return otherwise;
    }

    private Optional<Rehearsed> rehearse(Decision decision, Stage.Closed closed, Rules rules) {
        Terms before = decision.terms();
        Terms terms = rules.terms(decision.method(), decision.isAboutMission(), decision.eligible(), before.wanted());
        boolean shared = decision.method() != Method.EQUAL_SHARES || terms.completion() == before.completion();
        if (shared
                && terms.quorum() == before.quorum()
                && terms.ratio() == before.ratio()
                && terms.least() == before.least()) return Optional.empty();
        List<BallotStore.Row> cast = ballots.published(decision.subject());
        List<Integer> winners = Counting.winners(decision, Counting.count(decision, terms, cast));
        boolean passes = decision.method() != Method.TEMPERATURE && !winners.isEmpty();
        return passes == closed.passed() && winners.equals(closed.winners())
                ? Optional.empty()
                : Optional.of(new Rehearsed(decision, closed.passed(), closed.winners(), passes, winners));
    }
}
