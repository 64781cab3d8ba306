package mainline.tally;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.tally.RankedOutcome.Defeat;
import mainline.tally.RankedOutcome.Draw;
import mainline.tally.RankedOutcome.Dropped;
import mainline.tally.RankedOutcome.Round;
import mainline.tally.RankedOutcome.Why;

/**
 * Ranked vote by the rules of the Debian Constitution, A.6: quorum and majority against the default option, then cloneproof
 * Schwartz sequential dropping, which is the Schulze method with winning votes. There is no casting vote but the lot.
 */
public final class Schulze {

    /** @param majorities what an option needs against the default option; one not named needs more votes than it */
    public record Rules(Quorum quorum, Map<Integer, Ratio> majorities) {
        public static final Rules NONE = new Rules(Quorum.NONE, Map.of());

        public Rules {
            majorities = Map.copyOf(majorities);
        }

        Ratio ratio(int option) {
            return majorities.getOrDefault(option, Ratio.SIMPLE);
        }
    }

    private Schulze() {}

    /**
     * One winner.
     *
     * @param defaultOption its number, or 0: then quorum and majorities have nothing to bear on
     */
    public static RankedOutcome count(Votes votes, int defaultOption, Rules rules, Lot lot) {
        return count(votes, 1, defaultOption, rules, lot);
    }

    /** @param seats winners beyond the first follow in the order of the Schulze relation, but only before the default option */
    public static RankedOutcome count(Votes votes, int seats, int defaultOption, Rules rules, Lot lot) {
        long[][] v = Pairwise.of(votes);
        List<Dropped> dropped = dropped(votes, v, defaultOption, rules);
        Set<Integer> open = open(votes, dropped);
        List<Round> rounds = new ArrayList<>();
        Set<Integer> undefeated = open.isEmpty() ? open : undefeated(open, v, rounds);
        List<Set<Integer>> order = order(open, v);
        Set<Integer> best = defaultOption == 0 ? both(undefeated, order) : mostAgainst(defaultOption, undefeated, v);
        var chosen = new ArrayList<Integer>();
        var draws = new ArrayList<Draw>();
        choose(best, seats, lot, chosen, draws);
        choose(undefeated, seats, lot, chosen, draws);
        for (Set<Integer> alike : order) choose(alike, seats, lot, chosen, draws);
        int end = chosen.indexOf(defaultOption);
        List<Integer> winners = end > 0 ? chosen.subList(0, end) : end == 0 ? chosen.subList(0, 1) : chosen;
        return new RankedOutcome(
                v,
                votes.total(),
                defaultOption,
                dropped,
                List.copyOf(rounds),
                undefeated,
                defaultOption != 0 && best.size() < undefeated.size(),
                drawsFor(draws, winners),
                order,
                List.copyOf(winners));
    }

    private static Set<Integer> open(Votes votes, List<Dropped> dropped) {
        Set<Integer> open =
                IntStream.rangeClosed(1, votes.options()).boxed().collect(Collectors.toCollection(TreeSet::new));
        open.removeAll(votes.withdrawn());
        dropped.forEach(each -> open.remove(each.option()));
        return open;
    }

    /** Where defeats are equally strong, dropping them together can leave more than the strongest paths do. */
    private static Set<Integer> both(Set<Integer> undefeated, List<Set<Integer>> order) {
        Set<Integer> both = new TreeSet<>(undefeated);
        if (!order.isEmpty()) both.retainAll(order.getFirst());
        return both.isEmpty() ? undefeated : both;
    }

    private static void choose(Set<Integer> from, int seats, Lot lot, List<Integer> chosen, List<Draw> draws) {
        List<Integer> left = from.stream()
                .filter(option -> !chosen.contains(option))
                .sorted(lot.order())
                .toList();
        int room = seats - chosen.size();
        if (room <= 0 || left.isEmpty()) return;
        List<Integer> taken = List.copyOf(left.subList(0, Math.min(room, left.size())));
        if (left.size() > 1) draws.add(new Draw(new TreeSet<>(left), taken));
        chosen.addAll(taken);
    }

    /** Without those for seats that nobody got, since the default option came before. */
    private static List<Draw> drawsFor(List<Draw> draws, List<Integer> winners) {
        return draws.stream()
                .filter(draw -> draw.chosen().stream().anyMatch(winners::contains))
                .toList();
    }

    private static List<Dropped> dropped(Votes votes, long[][] v, int defaultOption, Rules rules) {
        var dropped = new ArrayList<Dropped>();
        if (defaultOption == 0) return dropped;
        for (int option = 1; option <= votes.options(); option++) {
            if (option == defaultOption || votes.withdrawn().contains(option)) continue;
            long yes = v[option - 1][defaultOption - 1];
            long no = v[defaultOption - 1][option - 1];
            Ratio ratio = rules.ratio(option);
            if (!rules.quorum().reachedBy(yes))
                dropped.add(new Dropped(option, Why.QUORUM, yes, no, rules.quorum(), ratio));
            else if (!ratio.holds(yes, no))
                dropped.add(new Dropped(option, Why.MAJORITY, yes, no, rules.quorum(), ratio));
        }
        return List.copyOf(dropped);
    }

    private static Set<Integer> undefeated(Set<Integer> open, long[][] v, List<Round> rounds) {
        List<Defeat> defeats = new ArrayList<>();
        for (int a : open)
            for (int b : open)
                if (v[a - 1][b - 1] > v[b - 1][a - 1]) defeats.add(new Defeat(a, b, v[a - 1][b - 1], v[b - 1][a - 1]));
        Set<Integer> left = open;
        while (true) {
            Set<Integer> schwartz = schwartz(left, defeats, v.length);
            // Whatever stands outside never comes back: nothing outside defeats anything inside.
            left = schwartz;
            defeats.removeIf(each -> !schwartz.contains(each.winner()) || !schwartz.contains(each.loser()));
            List<Defeat> inside = List.copyOf(defeats);
            if (inside.isEmpty()) {
                rounds.add(new Round(schwartz, List.of()));
                return schwartz;
            }
            long least = inside.stream().mapToLong(Defeat::votes).min().orElseThrow();
            long most = inside.stream()
                    .filter(each -> each.votes() == least)
                    .mapToLong(Defeat::against)
                    .max()
                    .orElseThrow();
            List<Defeat> weakest = inside.stream()
                    .filter(each -> each.votes() == least && each.against() == most)
                    .toList();
            rounds.add(new Round(schwartz, weakest));
            defeats.removeIf(each -> each.votes() == least && each.against() == most);
        }
    }

    /** Those that reach whatever reaches them. */
    private static Set<Integer> schwartz(Set<Integer> open, List<Defeat> defeats, int options) {
        var reaches = new BitSet[options + 1];
        for (int a : open) reaches[a] = new BitSet(options + 1);
        for (Defeat defeat : defeats) reaches[defeat.winner()].set(defeat.loser());
        for (int by : open) for (int a : open) if (reaches[a].get(by)) reaches[a].or(reaches[by]);
        return open.stream()
                .filter(a -> open.stream().allMatch(b -> reaches[a].get(b) || !reaches[b].get(a)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> mostAgainst(int defaultOption, Set<Integer> undefeated, long[][] v) {
        long most = undefeated.stream()
                .mapToLong(a -> v[a - 1][defaultOption - 1])
                .max()
                .orElse(0);
        return undefeated.stream()
                .filter(a -> v[a - 1][defaultOption - 1] == most)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By the strongest paths of winning votes: each next set holds those that no other left has the stronger path to. */
    private static List<Set<Integer>> order(Set<Integer> open, long[][] v) {
        int options = v.length;
        long[][] path = new long[options + 1][options + 1];
        for (int a : open) for (int b : open) if (v[a - 1][b - 1] > v[b - 1][a - 1]) path[a][b] = v[a - 1][b - 1];
        for (int by : open)
            for (int a : open)
                for (int b : open)
                    if (a != b && a != by && b != by)
                        path[a][b] = Math.max(path[a][b], Math.min(path[a][by], path[by][b]));
        List<Set<Integer>> order = new ArrayList<>();
        Set<Integer> left = new TreeSet<>(open);
        while (!left.isEmpty()) {
            Set<Integer> first = left.stream()
                    .filter(a -> left.stream().noneMatch(b -> path[b][a] > path[a][b]))
                    .collect(Collectors.toCollection(TreeSet::new));
            order.add(first);
            left.removeAll(first);
        }
        return List.copyOf(order);
    }
}
