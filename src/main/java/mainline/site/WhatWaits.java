package mainline.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mainline.community.Awaited;
import mainline.community.NextWaiting;
import mainline.community.Viewer;
import mainline.community.Waiting;
import org.springframework.stereotype.Component;

/** What waits for a reader: all that asks them, and beside it what anyone can take up. */
@Component
class WhatWaits implements NextWaiting {
    /** So many stand on the home page, and of those that ask the reader so many at least, where there are. */
    private static final int SHOWN = 7;

    private static final int ASKED = 4;

    private static final Comparator<Awaited> SOONEST =
            Comparator.comparing(Awaited::until, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Waiting> waiting;

    WhatWaits(List<Waiting> waiting) {
        this.waiting = waiting;
    }

    /** @param asked what asks the reader, of each kind in turn */
    record All(List<Awaited> asked, List<Awaited> others) {}

    /** @param more how many others ask the reader */
    record Few(List<Awaited> shown, int more) {}

    All all(Viewer viewer) {
        return new All(asked(viewer), others(viewer));
    }

    private List<Awaited> asked(Viewer viewer) {
        return inTurn(waiting.stream()
                .filter(Waiting::asksViewer)
                .map(each -> each.of(viewer))
                .toList());
    }

    /** What anyone can take up. */
    List<Awaited> others(Viewer viewer) {
        return waiting.stream()
                .filter(each -> !each.asksViewer())
                .flatMap(each -> each.of(viewer).stream())
                .toList();
    }

    /** All that asks the reader, what ends soonest first, then of each kind in turn. */
    List<Awaited> soonest(Viewer viewer) {
        return asked(viewer).stream().sorted(SOONEST).toList();
    }

    @Override
    public Optional<Next> of(Viewer viewer, String done) {
        if (!viewer.isMember()) return Optional.empty();
        List<Awaited> left = soonest(viewer).stream()
                .filter(each -> !each.path().equals(done))
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Next(left.getFirst(), left.size()));
    }

    /** What asks the reader comes first, and leaves some room for the rest. */
    Few few(Viewer viewer) {
        All all = all(viewer);
        int asked = Math.min(
                all.asked().size(), Math.max(ASKED, SHOWN - all.others().size()));
        List<Awaited> shown = new ArrayList<>(all.asked().subList(0, asked));
        shown.addAll(all.others().subList(0, Math.min(all.others().size(), SHOWN - asked)));
        return new Few(List.copyOf(shown), all.asked().size() - asked);
    }

    /** So that ten votes do not hide a review. */
    private static List<Awaited> inTurn(List<List<Awaited>> kinds) {
        List<Awaited> all = new ArrayList<>();
        int longest = kinds.stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn++)
            for (List<Awaited> kind : kinds) if (turn < kind.size()) all.add(kind.get(turn));
        return all;
    }
}
