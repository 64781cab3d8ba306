package mainline.review;

import java.util.List;
import java.util.stream.Stream;
import mainline.changes.Change;
import mainline.changes.Reviewed;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import mainline.kernel.PersonId;
import mainline.people.People;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * As many members as a touched area asks for, who wrote none of it, say that it looks good. A steward's approval says that and
 * more.
 */
@Component
@Order(10)
class MembersEndorse implements MergeRule {
    private static final int MOST_NAMED = 5;

    /** One member's word is missing; a steward's is one. */
    static final String MISSING = "change.rule.endorsement-missing";

    private final Areas areas;
    private final Counts counts;
    private final ReviewStore store;
    private final OnlySteward onlySteward;
    private final SmallEdits smallEdits;
    private final People people;

    MembersEndorse(
            Areas areas,
            Counts counts,
            ReviewStore store,
            OnlySteward onlySteward,
            SmallEdits smallEdits,
            People people) {
        this.areas = areas;
        this.counts = counts;
        this.store = store;
        this.onlySteward = onlySteward;
        this.smallEdits = smallEdits;
        this.people = people;
    }

    @Override
    public Check of(Reviewed reviewed) {
        Change change = reviewed.change();
        Stream<PersonId> endorsed = store.endorsements(change.subject()).stream()
                .filter(Endorsement::stands)
                .map(Endorsement::by);
        Stream<PersonId> approved = store.approvals(change.subject()).stream()
                .filter(Approval::counts)
                .map(Approval::by);
        List<PersonId> others = Stream.concat(endorsed, approved)
                .filter(by -> !change.hasAuthor(by))
                .distinct()
                .toList();
        int wanted = smallEdits.of(reviewed) == null ? wanted(change) : 0;
        if (wanted == 0) return Check.satisfied(Name.ENDORSEMENT, "change.rule.endorsement-not-asked");
        if (others.size() >= wanted)
            return Check.satisfied(
                    Name.ENDORSEMENT,
                    "change.rule.endorsed",
                    people.names(others.stream().limit(MOST_NAMED).toList()));
        if (onlySteward.of(change.author(), change) == OnlySteward.Needs.NOTHING)
            return Check.satisfied(Name.ENDORSEMENT, "change.rule.alone");
        return wanted == 1
                ? Check.waiting(Name.ENDORSEMENT, MISSING)
                : Check.waiting(Name.ENDORSEMENT, "change.rule.endorsements-missing", others.size(), wanted);
    }

    /** The most that any touched area asks for, and no more than there are members who could. */
    private int wanted(Change change) {
        Roster roster = areas.of(change.subject().community());
        int asked = change.paths().stream()
                .mapToInt(path -> roster.rules(path).endorsements())
                .max()
                .orElse(1);
        long members = counts.of(change.subject().community()).getOrDefault(Count.MEMBERS, 0L);
        long others = members - 1 - change.coauthors().size();
        return asked == 0 ? 0 : (int) Math.max(1, Math.min(asked, others));
    }
}
