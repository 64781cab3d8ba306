package mainline.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainline.changes.ChangeDeeds;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.handbook.Area;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import mainline.handbook.Steward;
import mainline.kernel.CommunityId;
import mainline.kernel.Reason;
import mainline.look.Moment;
import mainline.people.People;
import mainline.record.HandbookPart;
import org.springframework.stereotype.Component;

/** What somebody should see to before it hurts: too few stewards, too much on one of them, ends of terms, a broken file. */
@Component
class Warnings {
    static final int ENOUGH = 2;
    private static final int FEWEST_MERGES = 5;
    private static final Duration LATELY = Duration.ofDays(180);
    private static final int SOON = 30;

    private final RosterFile rosterFile;
    private final StewardHistory history;
    private final Areas areas;
    private final ChangeDeeds deeds;
    private final Counts counts;
    private final People people;
    private final Clock clock;

    Warnings(
            RosterFile rosterFile,
            StewardHistory history,
            Areas areas,
            ChangeDeeds deeds,
            Counts counts,
            People people,
            Clock clock) {
        this.rosterFile = rosterFile;
        this.history = history;
        this.areas = areas;
        this.deeds = deeds;
        this.counts = counts;
        this.people = people;
        this.clock = clock;
    }

    List<Warning> of(Roster roster) {
        CommunityId community = roster.community();
        List<Warning> warnings = new ArrayList<>();
        if (roster.broken() != null)
            warnings.add(broken(roster, roster.broken()).loudly().mending());
        for (Roster.Odd odd : roster.warnings())
            warnings.add(
                    odd.leaderless() ? Warning.of(odd.reason()).loudly().nominating("") : Warning.of(odd.reason()));
        for (Reason astray : areas.astray(community)) warnings.add(Warning.of(astray));
        if (counts.of(community).getOrDefault(Count.MEMBERS, 0L) >= ENOUGH)
            for (Area area : roster.areas()) few(roster, area, warnings);
        burden(community, warnings);
        soon(roster, warnings);
        return warnings;
    }

    private void soon(Roster roster, List<Warning> warnings) {
        CommunityId community = roster.community();
        LocalDate today = rosterFile.today(community);
        for (Steward steward : roster.all()) {
            LocalDate last = steward.until();
            if (last != null && !last.isBefore(today) && !last.isAfter(today.plusDays(SOON)))
                warnings.add(Warning.of(
                                "stewards.warning.soon",
                                people.get(steward.person()).name(),
                                name(roster, steward.area()),
                                Moment.endOf(last, rosterFile.zone(community)))
                        .nominating(steward.area()));
        }
    }

    private Warning broken(Roster roster, Roster.Broken broken) {
        Reason last = Optional.ofNullable(roster.commit())
                .flatMap(commit -> history.at(roster.community(), commit))
                .map(at -> LocalDate.ofInstant(at, rosterFile.zone(roster.community())))
                .map(day -> Reason.of("stewards.broken.last", day))
                .orElse(Reason.of("stewards.broken.none"));
        return broken.line() > 0
                ? Warning.of("stewards.warning.broken-line", broken.line(), broken.reason(), last)
                : Warning.of("stewards.warning.broken", broken.reason(), last);
    }

    private void few(Roster roster, Area area, List<Warning> warnings) {
        int all = roster.stewardsOf(area.path()).size();
        if (all >= ENOUGH || (all == 0 && area.path().isEmpty())) return;
        Object name = name(roster, area.path());
        Warning few = all == 0
                ? Warning.of("stewards.warning.none", name)
                : Warning.of(
                        "stewards.warning.one",
                        name,
                        people.get(roster.stewardsOf(area.path()).getFirst().person())
                                .name());
        warnings.add(few.nominating(area.path()));
    }

    private void burden(CommunityId community, List<Warning> warnings) {
        List<ChangeDeeds.Merges> merges =
                deeds.mergesSince(community, clock.instant().minus(LATELY));
        int all = merges.stream().mapToInt(ChangeDeeds.Merges::count).sum();
        if (all < FEWEST_MERGES || merges.getFirst().count() * 2 <= all) return;
        ChangeDeeds.Merges most = merges.getFirst();
        warnings.add(Warning.of(
                        "stewards.warning.burden", people.get(most.person()).name(), most.count(), all, LATELY.toDays())
                .nominating(""));
    }

    private static Reason name(Roster roster, String path) {
        return roster.areas().stream()
                .filter(area -> area.path().equals(path))
                .map(Area::words)
                .findFirst()
                .orElseGet(() -> HandbookPart.words("/" + path));
    }
}
