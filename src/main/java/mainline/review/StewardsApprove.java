package mainline.review;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mainline.changes.Change;
import mainline.changes.Reviewed;
import mainline.handbook.Area;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import mainline.handbook.Steward;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import mainline.record.HandbookPart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every touched area has as many approvals as it asks for, by its stewards who did not write the change and declared no
 * interest. Where fewer stewards could give one, all of them must; where nobody could since its author is the only steward, a
 * member's endorsement does. For a small edit one is enough for each area, and a day without any.
 */
@Component
@Order(20)
class StewardsApprove implements MergeRule {
    /** One steward's word is missing. */
    static final String MISSING = "change.rule.approval-missing";

    /** By which a small edit enters that nobody minded. */
    static final String SILENCE = "change.rule.small-silence";

    private static final int MOST_NAMED = 5;
    private static final int MOST_PLACES = 3;

    private final Areas areas;
    private final ReviewStore store;
    private final OnlySteward onlySteward;
    private final SmallEdits smallEdits;
    private final People people;
    private final Clock clock;

    StewardsApprove(
            Areas areas,
            ReviewStore store,
            OnlySteward onlySteward,
            SmallEdits smallEdits,
            People people,
            Clock clock) {
        this.areas = areas;
        this.store = store;
        this.onlySteward = onlySteward;
        this.smallEdits = smallEdits;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Check of(Reviewed reviewed) {
        Change change = reviewed.change();
        Roster roster = areas.of(change.subject().community());
        List<PersonId> approved = store.approvals(change.subject()).stream()
                .filter(Approval::counts)
                .map(Approval::by)
                .filter(by -> !change.hasAuthor(by))
                .distinct()
                .toList();
        SmallEdits.Small small = smallEdits.of(reviewed);
        if (small != null && approved.isEmpty() && small.isSilent(clock.instant()))
            return Check.satisfied(Name.APPROVAL, SILENCE);
        Lacking lacking = new Lacking(change, roster, approved, small != null);
        change.paths().forEach(lacking::look);
        if (lacking.areas.isEmpty())
            return Check.satisfied(Name.APPROVAL, "change.rule.approved", people.names(approved));
        return switch (onlySteward.of(change.author(), change)) {
            case NOTHING -> Check.satisfied(Name.APPROVAL, "change.rule.alone");
            case ENDORSEMENT -> endorsed(change);
            case APPROVAL -> waiting(lacking);
        };
    }

    private Check endorsed(Change change) {
        List<PersonId> by = store.endorsements(change.subject()).stream()
                .filter(endorsement -> endorsement.stands() && !change.hasAuthor(endorsement.by()))
                .map(Endorsement::by)
                .distinct()
                .limit(MOST_NAMED)
                .toList();
        return by.isEmpty()
                ? Check.waiting(Name.APPROVAL, "change.rule.only-steward-missing")
                : Check.satisfied(Name.APPROVAL, "change.rule.only-steward", people.names(by));
    }

    private Check waiting(Lacking lacking) {
        if (!lacking.orphans.isEmpty())
            return Check.waiting(Name.APPROVAL, "change.rule.nobody", some(lacking.orphans));
        String whom = people.names(lacking.asked.stream().limit(MOST_NAMED).toList());
        return lacking.most == 1
                ? Check.waiting(Name.APPROVAL, MISSING, whom)
                : Check.waiting(
                        Name.APPROVAL, "change.rule.approvals-missing", lacking.most, some(lacking.areas), whom);
    }

    /** The approvals that a change lacks, summed over the files it touches. */
    private static final class Lacking {
        private final Change change;
        private final Roster roster;
        private final List<PersonId> approved;
        private final boolean oneIsEnough;
        private final Set<PersonId> asked = new LinkedHashSet<>();
        private final SortedMap<String, Reason> orphans = new TreeMap<>();
        private final SortedMap<String, Reason> areas = new TreeMap<>();
        private int most;

        Lacking(Change change, Roster roster, List<PersonId> approved, boolean oneIsEnough) {
            this.change = change;
            this.roster = roster;
            this.approved = approved;
            this.oneIsEnough = oneIsEnough;
        }

        void look(String path) {
            List<PersonId> able = roster.stewardsOf(path).stream()
                    .map(Steward::person)
                    .filter(person -> !change.hasAuthor(person))
                    .toList();
            long given = approved.stream().filter(able::contains).count();
            int wanted = oneIsEnough ? 1 : roster.rules(path).approvals();
            int needed = Math.max(1, Math.min(wanted, able.size()));
            if (able.isEmpty()) orphans.put(path, HandbookPart.words(path));
            if (given >= needed) return;
            Area area = roster.areaOf(path);
            areas.put(area.path(), area.words());
            able.stream().filter(person -> !approved.contains(person)).forEach(asked::add);
            most = (int) Math.max(most, needed - given);
        }
    }

    private static Reason some(SortedMap<String, Reason> places) {
        return places.values().stream()
                .limit(MOST_PLACES)
                .reduce((before, next) -> Reason.of("change.rule.and", before, next))
                .orElseThrow();
    }
}
