package mainline.changes;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.Paged;
import mainline.kernel.Subject;
import mainline.mission.Citation;
import mainline.mission.Citations;
import mainline.mission.Serving;
import org.springframework.stereotype.Component;

/** What the mission asks of changes: which clauses they serve, and which open ones still cite one that has changed. */
@Component
class ChangesServe implements Citations, Serving {
    private final Changes changes;
    private final Citing citing;

    ChangesServe(Changes changes, Citing citing) {
        this.changes = changes;
        this.citing = citing;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.CHANGE;
    }

    @Override
    public Paged<Citation> before(CommunityId community, int clause, int version, long after, int size) {
        return changes.citing(community, clause, version, after, size)
                .map(change -> new Citation(change.subject(), change.title(), Objects.requireNonNull(change.author())));
    }

    @Override
    public void cite(Member author, Subject subject, int clause) {
        citing.cite(author, subject, clause);
    }

    @Override
    public Map<Integer, Instant> latest(CommunityId community) {
        return changes.latest(community);
    }
}
