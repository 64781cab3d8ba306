package mainline.decisions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainline.community.Listing;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** The decisions of a community, to be narrowed to those that concern one member. */
record DecisionListing(DecisionStore store, CommunityId community) implements Listing<Decision> {
    @Override
    public Subject.Kind kind() {
        return Subject.Kind.DECISION;
    }

    @Override
    public long number(Decision decision) {
        return decision.subject().number();
    }

    @Override
    public Instant at(Decision decision) {
        return decision.opened();
    }

    @Override
    public List<Decision> newest(long before, int most) {
        return store.list(community, Which.ALL, before, most);
    }

    @Override
    public List<Decision> by(PersonId person, long before, int most) {
        return store.by(community, person, before, most);
    }

    @Override
    public Map<Long, Decision> all(Collection<Long> numbers) {
        return store.all(community, numbers).stream()
                .collect(Collectors.toMap(each -> each.subject().number(), Function.identity()));
    }
}
