package mainline.changes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import mainline.community.Listing;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** The changes of a community in one state, to be narrowed to those that concern one member. */
record ChangeListing(ChangeStore store, CommunityId community, String state) implements Listing<Change> {
    @Override
    public Subject.Kind kind() {
        return Subject.Kind.CHANGE;
    }

    @Override
    public long number(Change change) {
        return change.subject().number();
    }

    /** When its newest version came. */
    @Override
    public Instant at(Change change) {
        return change.at();
    }

    @Override
    public List<Change> newest(long before, int most) {
        return store.list(community, state, Instant.EPOCH, before, most);
    }

    @Override
    public List<Change> since(Instant last, long before, int most) {
        return store.list(community, state, last, before, most);
    }

    @Override
    public List<Change> by(PersonId person, long before, int most) {
        return store.by(community, person, state, before, most);
    }

    @Override
    public Map<Long, Change> all(Collection<Long> numbers) {
        return store.all(community, numbers);
    }
}
