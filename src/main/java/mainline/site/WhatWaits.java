package mainline.site;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mainline.community.AllWaiting;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import mainline.kernel.CommunityId;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.springframework.stereotype.Component;

/** What waits for a reader: all that asks them, and beside it what anyone can take up. */
@Component
class WhatWaits implements AllWaiting {
    /** So many stand on the home page, and of those that ask the reader so many at least, where there are. */
    private static final int SHOWN = 7;

    private static final int ASKED = 4;
    private static final int MOST_KNOWN = 20_000;
    private static final Duration STEP = Duration.ofSeconds(30);

    private static final Comparator<Awaited> SOONEST =
            Comparator.comparing(Awaited::until, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Source> sources;
    private final Clock clock;

    WhatWaits(List<Waiting> waiting, Memory memory, Clock clock) {
        this.sources = waiting.stream().map(each -> Source.of(each, memory)).toList();
        this.clock = clock;
    }

    /**
     * Whom something waits for.
     *
     * @param person 0 for whoever is not known
     * @param step how often half a minute has passed: what waits from some moment on moves nothing, and nobody minds it
     */
    private record Asker(CommunityId community, long person, boolean member, long step) {}

    /** What one module says, in memory. */
    private record Source(Waiting waiting, Kept<Asker, List<Awaited>> known) {
        static Source of(Waiting waiting, Memory memory) {
            return new Source(waiting, memory.keep(MOST_KNOWN, Asker::community, waiting::isMovedBy));
        }

        List<Awaited> of(Asker asker, Viewer viewer) {
            return known.get(asker, each -> List.copyOf(waiting.of(viewer)));
        }
    }

    private Asker asker(Viewer viewer) {
        long person = viewer.signedIn() ? viewer.id().value() : 0;
        long step = clock.instant().getEpochSecond() / STEP.toSeconds();
        return new Asker(viewer.community().id(), person, viewer.isMember(), step);
    }

    /** @param asked what asks the reader, of each kind in turn */
    record All(List<Awaited> asked, List<Awaited> others) {}

    /** @param more how many others ask the reader */
    record Few(List<Awaited> shown, int more) {}

    All all(Viewer viewer) {
        return new All(waitingFor(viewer), others(viewer));
    }

    private List<Awaited> waitingFor(Viewer viewer) {
        Asker asker = asker(viewer);
        return inTurn(sources.stream()
                .filter(each -> each.waiting().asksViewer())
                .map(each -> each.of(asker, viewer))
                .toList());
    }

    /** What anyone can take up. */
    List<Awaited> others(Viewer viewer) {
        Asker asker = asker(viewer);
        return sources.stream()
                .filter(each -> !each.waiting().asksViewer())
                .flatMap(each -> each.of(asker, viewer).stream())
                .toList();
    }

    /** What ends at no time comes last, of each kind in turn. */
    @Override
    public List<Awaited> soonest(Viewer viewer) {
        return waitingFor(viewer).stream().sorted(SOONEST).toList();
    }

    @Override
    public Optional<Next> next(Viewer viewer, String page) {
        if (!viewer.isMember()) return Optional.empty();
        List<Awaited> all = soonest(viewer);
        int here = all.stream().map(Awaited::path).toList().indexOf(page);
        List<Awaited> following = Stream.concat(
                        all.stream().skip(here + 1L), all.stream().limit(here + 1L))
                .filter(each -> !each.path().equals(page))
                .toList();
        return following.isEmpty() ? Optional.empty() : Optional.of(new Next(following.getFirst(), following.size()));
    }

    @Override
    public int asked(Viewer viewer) {
        return viewer.isMember() ? waitingFor(viewer).size() : 0;
    }

    /** Not all that they do is told: a secret ballot, for one. */
    @Override
    public void acted(Viewer viewer) {
        Asker asker = asker(viewer);
        sources.forEach(each -> each.known().forget(asker));
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
