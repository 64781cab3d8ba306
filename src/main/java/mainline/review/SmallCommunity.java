package mainline.review;

import java.util.Set;
import java.util.stream.Collectors;
import mainline.changes.Change;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.handbook.Steward;
import mainline.handbook.Stewards;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one exception to review, which ends by itself: with fewer than three members, the only steward may merge alone. */
@Component
class SmallCommunity {
    private static final int ENOUGH = 3;

    private final Counts counts;
    private final Stewards stewards;

    SmallCommunity(Counts counts, Stewards stewards) {
        this.counts = counts;
        this.stewards = stewards;
    }

    /** Whether this person may merge this change, their own, without an approval. */
    boolean lets(@Nullable PersonId person, Change change) {
        CommunityId community = change.subject().community();
        if (person == null || !change.isBy(person)) return false;
        if (counts.of(community).getOrDefault(Count.MEMBERS, 0L) >= ENOUGH) return false;
        Set<PersonId> all = stewards.of(community).stream().map(Steward::person).collect(Collectors.toSet());
        return all.equals(Set.of(person));
    }
}
