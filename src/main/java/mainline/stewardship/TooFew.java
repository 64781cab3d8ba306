package mainline.stewardship;

import gg.jte.Content;
import java.util.List;
import mainline.changes.Change;
import mainline.changes.ChangeLook;
import mainline.changes.ChangePanel;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Here;
import mainline.handbook.Roster;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a change that nobody can approve, since nobody but its authors oversees what it touches: where to put somebody forward. */
@Component
@Order(1)
class TooFew implements ChangePanel {
    private final RosterFile rosterFile;
    private final Counts counts;
    private final Fragments fragments;

    TooFew(RosterFile rosterFile, Counts counts, Fragments fragments) {
        this.rosterFile = rosterFile;
        this.counts = counts;
        this.fragments = fragments;
    }

    /** @param area the most specific one, in which a second steward would help */
    record Show(Here here, String area, String title) {}

    @Override
    public @Nullable Content of(ChangeLook look) {
        Change change = look.change();
        Here here = look.here();
        // Where fewer than three are there, its only steward may merge alone.
        if (!change.isOpen() || counts.of(here.id()).getOrDefault(Count.MEMBERS, 0L) < 3) return null;
        Roster roster = rosterFile.roster(here.id());
        List<String> stuck = change.paths().stream()
                .filter(path -> roster.stewardsOf(path).stream()
                        .allMatch(steward -> change.isBy(steward.person())
                                || change.coauthors().contains(steward.person())))
                .toList();
        if (stuck.isEmpty()) return null;
        String area = roster.areaOf(stuck.getFirst()).path();
        String title = here.say(rosterFile.area(here.id(), area).words());
        return fragments.of("stewardship/few", new Show(here, area, title));
    }
}
