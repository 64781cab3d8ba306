package mainline.projects;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import mainline.community.Listing;
import mainline.effort.Efforts;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** The projects of a community, to be narrowed to those that concern one member. */
record ProjectListing(ProjectStore store, Efforts efforts, CommunityId community) implements Listing<Project> {
    @Override
    public Subject.Kind kind() {
        return Subject.Kind.PROJECT;
    }

    @Override
    public long number(Project project) {
        return project.subject().number();
    }

    @Override
    public Instant at(Project project) {
        return project.started();
    }

    @Override
    public List<Project> newest(long before, int most) {
        return store.newest(community, before, most);
    }

    /** Those they convene, those of which they have a task, and those to which they promised effort. */
    @Override
    public List<Project> by(PersonId person, long before, int most) {
        return store.by(community, person, efforts.promisedBy(community, person), before, most);
    }

    @Override
    public Map<Long, Project> all(Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : store.all(community, numbers);
    }
}
