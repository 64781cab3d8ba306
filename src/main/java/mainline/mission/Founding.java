package mainline.mission;

import java.util.List;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Visibility;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founding a community: its name, its address and, before anything else, its mission. */
@Component
public class Founding {
    private final Communities communities;
    private final Mission mission;

    Founding(Communities communities, Mission mission) {
        this.communities = communities;
        this.mission = mission;
    }

    /**
     * @param slug its part of the address, empty to make one from the name
     * @param statement the mission in one sentence
     * @throws Refused for {@code name}, {@code slug}, {@code zone} and {@code statement}
     */
    @Transactional
    public Community found(String name, String slug, String zone, String statement, PersonId founder) {
        return found(name, slug, zone, statement, Visibility.EVERYBODY, founder);
    }

    /** The same, for those who may read it. */
    @Transactional
    public Community found(
            String name, String slug, String zone, String statement, Visibility visibility, PersonId founder) {
        return found(new FoundingDraft(name, slug, zone, statement, visibility, List.of()), founder);
    }

    /** The same, with clauses from the start. */
    @Transactional
    public Community found(FoundingDraft draft, PersonId founder) {
        new Refused.Check()
                .text(draft.name(), "name", 100)
                .text(draft.statement(), "statement", 300)
                .orRefuse();
        Community community = communities.found(draft.name(), draft.slug(), draft.zone(), draft.visibility(), founder);
        mission.begin(community.id(), draft.statement(), draft.clauses(), founder);
        return community;
    }
}
