package mainline.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mainline.community.AllWaiting;
import mainline.community.Awaited;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.community.Waiting;
import org.springframework.stereotype.Component;

/** What waits for a reader: all that asks them, and beside it what anyone can take up. */
@Component
class WhatWaits implements AllWaiting {
    /** So many stand on the home page, and of those that ask the reader so many at least, where there are. */
    private static final int SHOWN = 7;

    private static final int ASKED = 4;

    private static final Comparator<Awaited> SOONEST =
            Comparator.comparing(Awaited::until, Comparator.nullsLast(Comparator.naturalOrder()));

    /** What waits from some moment on, such as the end of a time to look, moves nothing. */
    private static final Duration COUNTED = Duration.ofSeconds(30);

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final List<Waiting> waiting;
    private final Stamps stamps;
    private final Cache<Member, Counted> counted =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(COUNTED).build();

    WhatWaits(List<Waiting> waiting, Stamps stamps) {
        this.waiting = waiting;
        this.stamps = stamps;
    }

    /**
     * @param stamp how often the community had moved before it was counted
     * @param at by the clock of {@link System#nanoTime}
     */
    private record Counted(long stamp, long at, int number) {
        /** In a busy community something moves all the time, and nobody minds a moment. */
        boolean holds(long moved) {
            return stamp == moved || System.nanoTime() - at < A_MOMENT.toNanos();
        }
    }

    /** @param asked what asks the reader, of each kind in turn */
    record All(List<Awaited> asked, List<Awaited> others) {}

    /** @param more how many others ask the reader */
    record Few(List<Awaited> shown, int more) {}

    All all(Viewer viewer) {
        return new All(waitingFor(viewer), others(viewer));
    }

    /** Whoever looks for all of it has counted it as well. */
    private List<Awaited> waitingFor(Viewer viewer) {
        long stamp = stamps.stamp(viewer.community().slug());
        List<Awaited> all = inTurn(waiting.stream()
                .filter(Waiting::asksViewer)
                .map(each -> each.of(viewer))
                .toList());
        if (viewer.isMember()) counted.put(viewer.member(), new Counted(stamp, System.nanoTime(), all.size()));
        return all;
    }

    /** What anyone can take up. */
    List<Awaited> others(Viewer viewer) {
        return waiting.stream()
                .filter(each -> !each.asksViewer())
                .flatMap(each -> each.of(viewer).stream())
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

    /** Every page of a member shows it, so it is counted again only once something has moved, or they have acted. */
    @Override
    public int asked(Viewer viewer) {
        if (!viewer.isMember()) return 0;
        Counted known = counted.getIfPresent(viewer.member());
        if (known != null && known.holds(stamps.stamp(viewer.community().slug()))) return known.number();
        return waitingFor(viewer).size();
    }

    @Override
    public void acted(Viewer viewer) {
        counted.invalidate(viewer.member());
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
