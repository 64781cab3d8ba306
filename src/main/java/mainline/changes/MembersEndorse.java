package mainline.changes;

import java.util.List;
import java.util.stream.Stream;
import mainline.handbook.Names;
import mainline.kernel.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Somebody who did not write it says that it looks good. A steward's approval says that and more. */
@Component
@Order(10)
class MembersEndorse implements MergeRule {
    private static final int MOST_NAMED = 5;

    private final ReviewStore store;
    private final SmallCommunity smallCommunity;
    private final Names names;

    MembersEndorse(ReviewStore store, SmallCommunity smallCommunity, Names names) {
        this.store = store;
        this.smallCommunity = smallCommunity;
        this.names = names;
    }

    @Override
    public Check of(Change change) {
        Stream<PersonId> endorsed = store.endorsements(change.subject()).stream()
                .filter(Endorsement::stands)
                .map(Endorsement::by);
        Stream<PersonId> approved = store.approvals(change.subject()).stream()
                .filter(Approval::counts)
                .map(Approval::by);
        List<PersonId> others = Stream.concat(endorsed, approved)
                .filter(by -> !change.hasAuthor(by))
                .distinct()
                .limit(MOST_NAMED)
                .toList();
        if (!others.isEmpty()) return Check.satisfied("endorsement", "change.rule.endorsed", names.of(others));
        return smallCommunity.lets(change.author(), change)
                ? Check.satisfied("endorsement", "change.rule.alone")
                : Check.waiting("endorsement", "change.rule.endorsement-missing");
    }
}
