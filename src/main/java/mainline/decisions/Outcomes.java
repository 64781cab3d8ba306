package mainline.decisions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HexFormat;
import java.util.List;
import mainline.kernel.Subject;
import mainline.tally.Outcome;
import org.springframework.stereotype.Component;

/** Closed decisions counted again from their published ballots; what was counted lately is kept, since it cannot change. */
@Component
class Outcomes {
    private static final int KEPT = 200;

    /** @param lot the seed of the public lot, in hexadecimal digits */
    private record Counted(Outcome outcome, String lot) {}

    private final BallotStore store;
    private final Cache<Subject, Counted> counted =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Outcomes(BallotStore store) {
        this.store = store;
    }

    /** @throws IllegalArgumentException when it is open, or nothing is counted in it */
    Outcome of(Decision decision) {
        return counted(decision).outcome();
    }

    /** @throws IllegalArgumentException when it is open, or nothing is counted in it */
    String lot(Decision decision) {
        return counted(decision).lot();
    }

    /** All of them, in the order of their receipts. */
    List<BallotStore.Row> ballots(Decision decision) {
        return store.published(decision.subject(), 0, Integer.MAX_VALUE);
    }

    private Counted counted(Decision decision) {
        if (!(decision.stage() instanceof Stage.Closed) || !decision.method().isCounted())
            throw new IllegalArgumentException("no outcome of " + decision.subject());
        return counted.get(decision.subject(), subject -> {
            List<BallotStore.Row> ballots = ballots(decision);
            return new Counted(
                    Counting.count(decision, decision.terms(), ballots),
                    HexFormat.of().formatHex(Counting.lot(decision, ballots).seed()));
        });
    }
}
