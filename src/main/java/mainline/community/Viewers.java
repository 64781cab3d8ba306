package mainline.community;

import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who looks at which community, for every face alike: a page, a program, git. */
@Component
public class Viewers {
    private final Communities communities;
    private final Standing standing;

    Viewers(Communities communities, Standing standing) {
        this.communities = communities;
        this.standing = standing;
    }

    /**
     * A community that is not there and one that this person may not know of are alike.
     *
     * @throws Moved when it is known by another name now
     * @throws Missing when this person can know of none by that name
     */
    public Viewer of(String slug, @Nullable Person person) {
        PersonId id = person == null ? null : person.id();
        Community community = communities.seen(slug, id).orElseThrow(() -> elsewhere(slug, id));
        return new Viewer(
                community,
                person,
                id != null && communities.isMember(community.id(), id),
                () -> id == null ? 0 : standing.level(community.id(), id));
    }

    private RuntimeException elsewhere(String slug, @Nullable PersonId viewer) {
        return communities
                .formerlySeen(slug, viewer)
                .<RuntimeException>map(community -> new Moved(slug, community.slug()))
                .orElseGet(() -> new Missing("community " + slug));
    }
}
