package mainline.tally;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which of several options that a count by equal shares cannot tell apart goes first. Options count from 0 here. */
@FunctionalInterface
interface Ties {
    /** @param drawn those among whom the lot was drawn, or empty */
    record Pick(int option, Set<Integer> drawn) {}

    Pick pick(Collection<Integer> alike);

    /** More approvals, then the lower cost, then the lot. */
    static Ties of(long[] approvals, List<Long> costs, Lot lot) {
        Comparator<Integer> order =
                Comparator.<Integer>comparingLong(option -> -approvals[option]).thenComparing(costs::get);
        return alike -> {
            int best = alike.stream().min(order).orElseThrow();
            List<Integer> left = alike.stream()
                    .filter(option -> order.compare(option, best) == 0)
                    .toList();
            if (left.size() == 1) return new Pick(best, Set.of());
            int drawn = left.stream()
                    .min(Comparator.comparing(option -> option + 1, lot.order()))
                    .orElseThrow();
            return new Pick(drawn, new TreeSet<>(left));
        };
    }
}
