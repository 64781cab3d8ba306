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

/** The one exception to stewards' approval: nobody could approve what the only steward writes, until a second one is confirmed. */
@Component
class OnlySteward {
    private static final int ENOUGH = 3;

    private final Counts counts;
    private final Stewards stewards;

    OnlySteward(Counts counts, Stewards stewards) {
        this.counts = counts;
        this.stewards = stewards;
    }

    /** What somebody needs to merge a change of their own. */
    enum Needs {
        /** As everybody does. */
        APPROVAL,
        /** The only steward: one other member who says that it looks good. */
        ENDORSEMENT,
        /** The only steward of fewer than three members. */
        NOTHING
    }

    Needs of(@Nullable PersonId person, Change change) {
        CommunityId community = change.subject().community();
        if (person == null || !change.isBy(person)) return Needs.APPROVAL;
        Set<PersonId> all = stewards.of(community).stream().map(Steward::person).collect(Collectors.toSet());
        if (!all.equals(Set.of(person))) return Needs.APPROVAL;
        return counts.of(community).getOrDefault(Count.MEMBERS, 0L) < ENOUGH ? Needs.NOTHING : Needs.ENDORSEMENT;
    }
}
