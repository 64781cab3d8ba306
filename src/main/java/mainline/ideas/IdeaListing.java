package mainline.ideas;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import mainline.community.Listing;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** The ideas of a community, to be narrowed to those that concern one member. */
record IdeaListing(Ideas ideas, IdeaStore store, CommunityId community) implements Listing<Idea> {
    @Override
    public Subject.Kind kind() {
        return Subject.Kind.IDEA;
    }

    @Override
    public long number(Idea idea) {
        return idea.subject().number();
    }

    @Override
    public Instant at(Idea idea) {
        return idea.published();
    }

    @Override
    public List<Idea> newest(long before, int most) {
        return store.newest(community, before, most);
    }

    @Override
    public List<Idea> by(PersonId person, long before, int most) {
        return store.by(community, person, before, most);
    }

    @Override
    public Map<Long, Idea> all(Collection<Long> numbers) {
        return ideas.all(community, numbers);
    }
}
