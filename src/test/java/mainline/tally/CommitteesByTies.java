package mainline.tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every committee that equal shares can end in, by breaking each tie in every way, one after the other. */
final class CommitteesByTies {
    private final List<Integer> way = new ArrayList<>();
    private final List<Integer> ways = new ArrayList<>();
    private int at;

    private CommitteesByTies() {}

    static Set<Set<Integer>> of(BallotFile file, EqualShares.Completion completion) {
        var ties = new CommitteesByTies();
        Set<Set<Integer>> committees = new HashSet<>();
        do {
            ties.at = 0;
            committees.add(count(file, completion, alike -> new Ties.Pick(ties.next(List.copyOf(alike)), Set.of())));
        } while (ties.turn());
        return committees;
    }

    static Set<Integer> lowestFirst(BallotFile file, EqualShares.Completion completion) {
        return count(file, completion, alike -> new Ties.Pick(Collections.min(alike), Set.of()));
    }

    private static Set<Integer> count(BallotFile file, EqualShares.Completion completion, Ties ties) {
        SharesScale scale = SharesScale.of(
                        Collections.nCopies(file.options().size(), BigDecimal.ONE), BigDecimal.valueOf(file.seats()))
                .forSeats(file.votes().total());
        Support support = Support.ofApprovals(file.votes(), scale.costs());
        return new TreeSet<>(
                new SharesCount(scale, support, ties).count(completion).winners());
    }

    private int next(List<Integer> alike) {
        if (at == way.size()) {
            way.add(0);
            ways.add(alike.size());
        }
        return alike.get(way.get(at++));
    }

    /** On to the next way: the last tie that can still fall otherwise does. */
    private boolean turn() {
        while (!way.isEmpty()) {
            int last = way.removeLast();
            if (last + 1 < ways.getLast()) return way.add(last + 1);
            ways.removeLast();
        }
        return false;
    }
}
