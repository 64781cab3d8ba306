package mainline.handbook;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every touched area has an approval by one of its stewards who is not the author and declared no interest. */
@Component
@Order(10)
class StewardsApprove implements MergeRule {
    private final Stewards stewards;
    private final ChangeStore store;
    private final SmallCommunity smallCommunity;
    private final People people;

    StewardsApprove(Stewards stewards, ChangeStore store, SmallCommunity smallCommunity, People people) {
        this.stewards = stewards;
        this.store = store;
        this.smallCommunity = smallCommunity;
        this.people = people;
    }

    @Override
    public Check of(Change change) {
        CommunityId community = change.subject().community();
        List<Steward> all = stewards.of(community);
        List<PersonId> approved = store.approvals(change.subject()).stream()
                .filter(approval -> approval.version() == change.version() && approval.counts())
                .map(Approval::by)
                .filter(by -> !change.isBy(by))
                .toList();
        List<String> missing = change.paths().stream()
                .filter(path -> all.stream().noneMatch(s -> s.oversees(path) && approved.contains(s.person())))
                .toList();
        if (missing.isEmpty()) return Check.satisfied("change.rule.approved", names(approved.stream()));
        if (smallCommunity.lets(change.author(), change)) return Check.satisfied("change.rule.alone");
        List<PersonId> able = all.stream()
                .filter(steward -> missing.stream().anyMatch(steward::oversees))
                .map(Steward::person)
                .filter(person -> !change.isBy(person))
                .distinct()
                .toList();
        return able.isEmpty()
                ? Check.waiting("change.rule.nobody", String.join(", ", missing))
                : Check.waiting(
                        "change.rule.approval-missing", names(able.stream().limit(5)));
    }

    private String names(Stream<PersonId> persons) {
        List<PersonId> ids = persons.distinct().toList();
        Map<PersonId, Person> known = people.all(ids);
        return ids.stream()
                .map(known::get)
                .filter(java.util.Objects::nonNull)
                .map(Person::name)
                .collect(Collectors.joining(", "));
    }
}
