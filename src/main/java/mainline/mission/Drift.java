package mainline.mission;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.kernel.CommunityId;
import mainline.kernel.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the mission and the work part: clauses that nothing serves, and work that serves none. */
@Component
public class Drift {
    private static final int MONTHS = 12;

    /** @param last when something last began to serve it; null when nothing ever did */
    public record Neglected(Clause clause, @Nullable Instant last) {}

    private final Mission mission;
    private final Chain chain;
    private final List<Serving> sources;
    private final Clock clock;

    Drift(Mission mission, Chain chain, List<Serving> sources, Clock clock) {
        this.mission = mission;
        this.chain = chain;
        this.sources = sources;
        this.clock = clock;
    }

    /** Clauses that no idea, change, question, project or practice has begun to serve in the last twelve months. */
    public List<Neglected> neglected(CommunityId community) {
        Map<Integer, Instant> latest = new HashMap<>();
        for (Serving source : sources)
            source.latest(community)
                    .forEach(
                            (clause, at) -> latest.merge(clause, at, (one, other) -> one.isAfter(other) ? one : other));
        Instant since =
                clock.instant().atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
        return mission.current(community).clauses().stream()
                .map(clause -> new Neglected(clause, latest.get(clause.number())))
                .filter(clause -> clause.last() == null || clause.last().isBefore(since))
                .toList();
    }

    /** Changes and what came of them whose chain names no clause, newest first, before that number (0 for the newest). */
    public Paged<Node> adrift(CommunityId community, long before, int size) {
        return chain.withoutClause(community, before, size);
    }
}
