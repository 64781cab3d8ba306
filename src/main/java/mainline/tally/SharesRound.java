package mainline.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One round of equal shares with a fixed share. Every comparison is exact: figures are kept as doubles, and where a
 * comparison is too close for doubles to decide it is made again with fractions. A price is linear in the share and in the
 * prices before it, with whole numbers as factors, so that the exact figure costs a few terms only.
 */
final class SharesRound {
    private static final double CLOSE = 1e-9;

    /** What an option would cost one unit of support, and which of its supporters have less than that left. */
    private record Offer(int option, double price, double worth, long richUnits, boolean[] poor) {}

    private final List<Long> costs;
    private final Support support;
    private final long[] approvals;
    private final long share;
    private final long most;
    private final Ties ties;
    private final List<SharesOutcome.Choice> chosen = new ArrayList<>();
    private final Set<Integer> unaffordable = new TreeSet<>();
    private long spent;
    private final double[] left;
    private final boolean[] drained;
    private final double[] bound;
    private final @Nullable Price[] paid;

    /** @param most what all together may cost at most */
    SharesRound(List<Long> costs, Support support, long[] approvals, long share, long most, Ties ties) {
        this.costs = costs;
        this.support = support;
        this.approvals = approvals;
        this.share = share;
        this.most = most;
        this.ties = ties;
        left = new double[support.weights().length];
        Arrays.fill(left, (double) share);
        drained = new boolean[left.length];
        bound = new double[costs.size()];
        Arrays.fill(bound, -1);
        paid = new Price[costs.size()];
    }

    SharesRound run() {
        var open = IntStream.range(0, costs.size())
                .filter(option -> approvals[option] > 0)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        while (true) {
            open.removeIf(option -> costs.get(option) > most - spent);
            List<Offer> best = best(open);
            if (best.isEmpty()) return this;
            Ties.Pick pick = ties.pick(best.stream().map(Offer::option).toList());
            Offer next = best.stream()
                    .filter(offer -> offer.option() == pick.option())
                    .findFirst()
                    .orElseThrow();
            buy(next);
            spent += costs.get(next.option());
            chosen.add(choice(next, pick.drawn()));
            open.remove(Integer.valueOf(next.option()));
        }
    }

    long share() {
        return share;
    }

    long spent() {
        return spent;
    }

    List<SharesOutcome.Choice> chosen() {
        return List.copyOf(chosen);
    }

    /** Options whose supporters had too little left, from 1. */
    Set<Integer> unaffordable() {
        return unaffordable;
    }

    /** What an option costs beyond what those of its supporters have left; what they have too much is negative. */
    Fraction missing(int option, boolean[] those) {
        return price(option, those, 1).exact();
    }

    /** An option only gets dearer: one that was dearer before than the best now need not be looked at. */
    private List<Offer> best(List<Integer> open) {
        open.sort(Comparator.comparingDouble(option -> bound[option]));
        List<Offer> best = new ArrayList<>();
        for (int option : List.copyOf(open)) {
            if (!best.isEmpty() && bound[option] > best.getFirst().worth() * (1 + CLOSE)) break;
            Offer offer = offer(option);
            if (offer == null) {
                open.remove(Integer.valueOf(option));
                unaffordable.add(option + 1);
                continue;
            }
            bound[option] = offer.worth();
            int compared = best.isEmpty() ? -1 : compare(offer, best.getFirst());
            if (compared < 0) best.clear();
            if (compared <= 0) best.add(offer);
        }
        return best;
    }

    private int compare(Offer a, Offer b) {
        int compared = Double.compare(a.worth(), b.worth());
        if (close(a.worth(), b.worth())) {
            long scaleA = support.scales()[a.option()];
            long scaleB = support.scales()[b.option()];
            Fraction exactA = price(a).exact().times(scaleB);
            compared = exactA.compareTo(price(b).exact().times(scaleA));
        }
        return compared;
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= CLOSE * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Null when the supporters have too little left together. */
    private @Nullable Offer offer(int option) {
        int[] rows = support.rows()[option];
        long[] units = support.units()[option];
        boolean[] poor = new boolean[rows.length];
        if (!affordable(option)) return null;
        while (true) {
            double missing = costs.get(option);
            long rich = 0;
            for (int i = 0; i < rows.length; i++) {
                if (poor[i]) missing -= support.weights()[rows[i]] * left[rows[i]];
                else rich += support.weights()[rows[i]] * units[i];
            }
            double price = Math.max(0, missing / rich);
            if (!findPoor(option, poor, price, rich))
                return new Offer(option, price, price / support.scales()[option], rich, poor);
        }
    }

    /** Whether anybody was found who has less left than that price asks. */
    private boolean findPoor(int option, boolean[] poor, double price, long rich) {
        int[] rows = support.rows()[option];
        long[] units = support.units()[option];
        boolean[] before = poor.clone();
        boolean found = false;
        Fraction exact = null;
        for (int i = 0; i < rows.length; i++) {
            if (poor[i]) continue;
            double due = price * units[i];
            boolean less = left[rows[i]] < due;
            if (Math.abs(left[rows[i]] - due) <= CLOSE * (share + due)) {
                if (exact == null) exact = price(option, before, rich).exact();
                less = left(rows[i]).compareTo(exact.times(units[i])) < 0;
            }
            poor[i] = less;
            found |= less;
        }
        return found;
    }

    private boolean affordable(int option) {
        double together = 0;
        for (int row : support.rows()[option]) together += support.weights()[row] * left[row];
        double cost = costs.get(option);
        if (Math.abs(together - cost) > CLOSE * ((double) share * approvals[option] + cost)) return together > cost;
        boolean[] all = new boolean[support.rows()[option].length];
        Arrays.fill(all, true);
        return price(option, all, 1).exact().compareTo(Fraction.ZERO) <= 0;
    }

    private Price price(Offer offer) {
        return price(offer.option(), offer.poor(), offer.richUnits());
    }

    /** What is missing when the poor give all they have left, per unit of the rich. */
    private Price price(int option, boolean[] poor, long rich) {
        int[] rows = support.rows()[option];
        long[] factors = new long[costs.size()];
        long shares = 0;
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            if (!poor[i] || drained[row]) continue;
            long weight = support.weights()[row];
            shares += weight;
            int[] options = support.options()[row];
            for (int at = 0; at < options.length; at++)
                if (paid[options[at]] != null) factors[options[at]] += weight * support.given()[row][at];
        }
        return new Price(BigInteger.valueOf(costs.get(option)).subtract(times(share, shares)), factors, paid, rich);
    }

    private static BigInteger times(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private Fraction left(int row) {
        if (drained[row]) return Fraction.ZERO;
        Fraction rest = Fraction.of(share);
        int[] options = support.options()[row];
        for (int at = 0; at < options.length; at++) {
            Price price = paid[options[at]];
            if (price != null) rest = rest.minus(price.exact().times(support.given()[row][at]));
        }
        return rest;
    }

    private void buy(Offer offer) {
        int option = offer.option();
        Price price = price(offer);
        int[] rows = support.rows()[option];
        for (int i = 0; i < rows.length; i++) {
            if (offer.poor()[i]) {
                drained[rows[i]] = true;
                left[rows[i]] = 0;
            } else {
                left[rows[i]] = Math.max(0, left[rows[i]] - offer.price() * support.units()[option][i]);
            }
        }
        paid[option] = price;
    }

    private SharesOutcome.Choice choice(Offer offer, Set<Integer> drawn) {
        int option = offer.option();
        long mostUnits = 0;
        for (int i = 0; i < offer.poor().length; i++)
            if (!offer.poor()[i]) mostUnits = Math.max(mostUnits, support.units()[option][i]);
        BigDecimal pays = decimal(offer.price() * mostUnits);
        double worth = offer.worth();
        return new SharesOutcome.Choice(
                option + 1,
                costs.get(option),
                approvals[option],
                worth > 0 ? decimal(1 / worth) : BigDecimal.ZERO,
                pays,
                SharesOutcome.fromOne(drawn));
    }

    private static BigDecimal decimal(double figure) {
        return BigDecimal.valueOf(figure).setScale(2, RoundingMode.HALF_UP);
    }
}
