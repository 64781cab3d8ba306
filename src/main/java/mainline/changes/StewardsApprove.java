package mainline.changes;

import java.util.List;
import mainline.handbook.Names;
import mainline.handbook.Steward;
import mainline.handbook.Stewards;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every touched area has an approval by one of its stewards who is not the author and declared no interest. */
@Component
@Order(20)
class StewardsApprove implements MergeRule {
    private final Stewards stewards;
    private final ReviewStore store;
    private final SmallCommunity smallCommunity;
    private final Names names;

    StewardsApprove(Stewards stewards, ReviewStore store, SmallCommunity smallCommunity, Names names) {
        this.stewards = stewards;
        this.store = store;
        this.smallCommunity = smallCommunity;
        this.names = names;
    }

    @Override
    public Check of(Change change) {
        CommunityId community = change.subject().community();
        List<Steward> all = stewards.of(community);
        List<PersonId> approved = store.approvals(change.subject()).stream()
                .filter(Approval::counts)
                .map(Approval::by)
                .filter(by -> !change.hasAuthor(by))
                .toList();
        List<String> missing = change.paths().stream()
                .filter(path -> all.stream().noneMatch(s -> s.oversees(path) && approved.contains(s.person())))
                .toList();
        if (missing.isEmpty()) return Check.satisfied("approval", "change.rule.approved", names.of(approved));
        if (smallCommunity.lets(change.author(), change)) return Check.satisfied("approval", "change.rule.alone");
        List<PersonId> able = all.stream()
                .filter(steward -> missing.stream().anyMatch(steward::oversees))
                .map(Steward::person)
                .filter(person -> !change.hasAuthor(person))
                .distinct()
                .toList();
        return able.isEmpty()
                ? Check.waiting("approval", "change.rule.nobody", String.join(", ", missing))
                : Check.waiting(
                        "approval",
                        "change.rule.approval-missing",
                        names.of(able.stream().limit(5).toList()));
    }
}
