package mainline.decisions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import mainline.kernel.Subject;
import mainline.tally.Outcome;
import org.springframework.stereotype.Component;

/** Closed decisions counted again from their published ballots; what was counted lately is kept, since it cannot change. */
@Component
class Outcomes {
    private static final int KEPT = 200;
    private static final int CHUNK = 10_000;

    private final BallotStore ballots;
    private final Cache<Subject, Outcome> counted =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Outcomes(BallotStore ballots) {
        this.ballots = ballots;
    }

    /** @throws IllegalArgumentException when it is open, or nothing is counted in it */
    Outcome of(Decision decision) {
        if (!(decision.stage() instanceof Stage.Closed) || !decision.method().isCounted())
            throw new IllegalArgumentException("no outcome of " + decision.subject());
        return counted.get(decision.subject(), subject -> Counting.count(decision, decision.terms(), all(subject)));
    }

    private List<BallotStore.Row> all(Subject decision) {
        List<BallotStore.Row> all = new ArrayList<>();
        List<BallotStore.Row> some;
        do {
            some = ballots.published(decision, all.isEmpty() ? 0 : all.getLast().place(), CHUNK);
            all.addAll(some);
        } while (some.size() == CHUNK);
        return all;
    }
}
