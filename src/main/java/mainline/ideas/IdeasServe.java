package mainline.ideas;

import java.time.Instant;
import java.util.Map;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.Paged;
import mainline.kernel.Subject;
import mainline.mission.Citation;
import mainline.mission.Citations;
import mainline.mission.Serving;
import org.springframework.stereotype.Component;

/** What the mission asks of ideas: which clauses they serve, and which still cite one that has changed. */
@Component
class IdeasServe implements Citations, Serving {
    private final Ideas ideas;

    IdeasServe(Ideas ideas) {
        this.ideas = ideas;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.IDEA;
    }

    @Override
    public Paged<Citation> before(CommunityId community, int clause, int version, long after, int size) {
        return ideas.citing(community, clause, version, after, size)
                .map(idea -> new Citation(idea.subject(), idea.title(), idea.author()));
    }

    @Override
    public void cite(Member author, Subject subject, int clause) {
        ideas.cite(author, subject, clause);
    }

    @Override
    public Map<Integer, Instant> latest(CommunityId community) {
        return ideas.latest(community);
    }
}
