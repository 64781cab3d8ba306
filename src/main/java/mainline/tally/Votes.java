package mainline.tally;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ballots of one vote, packed: one row of ranks per ballot, and how many voters gave it. Options and ranks count
 * from 1. An approval is a rank of 1. Withdrawn options keep their number; nobody ranks them.
 */
public final class Votes {
    /** The rank of an option that the ballot leaves out: it shares the last place. */
    public static final int LAST = Integer.MAX_VALUE;
    /** The rank of an option of which the voter expressly thinks nothing: it is compared with no other. */
    public static final int NO_OPINION = 0;

    static final byte PACKED_LAST = 127;

    private final int options;
    private final int size;
    /** Per option a byte for each row, eight to a long, the first lowest; empty when there are too many options. */
    private final long[][] packed;

    private final int[] wide;
    private final long[] weights;
    private final long total;
    private final boolean opinionsMissing;
    private final Set<Integer> withdrawn;

    private Votes(Builder from) {
        options = from.options;
        size = from.size;
        packed = from.packed.clone();
        for (int i = 0; i < packed.length; i++) packed[i] = Arrays.copyOf(packed[i], (size + 7) / 8);
        wide = Arrays.copyOf(from.wide, from.wide.length == 0 ? 0 : size * options);
        weights = Arrays.copyOf(from.weights, size);
        total = from.total;
        opinionsMissing = from.opinionsMissing;
        withdrawn = Set.copyOf(from.withdrawn);
    }

    /** From rankings and approvals, one voter each. */
    public static Votes of(int options, Iterable<? extends Ballot> ballots) {
        Builder builder = new Builder(options);
        for (Ballot ballot : ballots) builder.add(1, ballot);
        return builder.build();
    }

    public int options() {
        return options;
    }

    /** How many different rows there are; {@link #total} says how many voters gave them. */
    public int size() {
        return size;
    }

    public long total() {
        return total;
    }

    public long weight(int row) {
        return weights[row];
    }

    /** {@link #LAST}, {@link #NO_OPINION}, or the place on that ballot. */
    public int rank(int row, int option) {
        if (packed.length == 0) return wide[row * options + option - 1];
        int rank = (int) (packed[option - 1][row >> 3] >>> ((row & 7) << 3)) & 0xff;
        return rank == PACKED_LAST ? LAST : rank;
    }

    public Set<Integer> withdrawn() {
        return withdrawn;
    }

    /** Whether the option has a place on that ballot. */
    public boolean named(int row, int option) {
        int rank = rank(row, option);
        return rank != LAST && rank != NO_OPINION;
    }

    /** The options of a row by place; those in one set share it. */
    public List<Set<Integer>> places(int row) {
        var places = new java.util.TreeMap<Integer, Set<Integer>>();
        for (int option = 1; option <= options; option++)
            if (named(row, option))
                places.computeIfAbsent(rank(row, option), _ -> new TreeSet<>()).add(option);
        return List.copyOf(places.values());
    }

    /** The ranks by option, eight rows to a long, or empty when they cannot be compared as bytes. */
    long[][] packed() {
        return opinionsMissing ? new long[0][] : packed;
    }

    long[] weights() {
        return weights;
    }

    /** Collects ballots. */
    public static final class Builder {
        private final int options;
        private final long[][] packed;
        private int[] wide = {};
        private long[] weights = {};
        private int size;
        private long total;
        private boolean opinionsMissing;
        private final Set<Integer> withdrawn = new TreeSet<>();
        /** Rows by their ranks, from 1; as many as a power of two, 0 where there is none. */
        private int[] slots = {};

        /** @throws IllegalArgumentException when there is no option */
        public Builder(int options) {
            if (options < 1) throw new IllegalArgumentException("no options");
            this.options = options;
            packed = new long[options < PACKED_LAST ? options : 0][0];
        }

        int size() {
            return size;
        }

        /** What is already on a ballot for it, and what comes, is passed over. */
        public Builder withdraw(int option) {
            withdrawn.add(option);
            return this;
        }

        public Builder add(long weight, Ballot ballot) {
            int[] ranks = new int[options];
            Arrays.fill(ranks, LAST);
            switch (ballot) {
                case Ballot.Ranking(var places) -> {
                    int place = 0;
                    for (Set<Integer> set : places) {
                        place++;
                        for (int option : set) ranks[option - 1] = place;
                    }
                }
                case Ballot.Approvals(var approved) -> {
                    for (int option : approved) ranks[option - 1] = 1;
                }
                case Ballot.Pick(int option) -> ranks[option - 1] = 1;
                case Ballot.Points _, Ballot.Hand _, Ballot.Degree _ ->
                    throw new IllegalArgumentException("neither a ranking nor approvals: " + ballot);
            }
            return add(weight, ranks);
        }

        /**
         * @param ranks one per option; any positive numbers, smaller is preferred
         * @throws ArithmeticException when there are more voters than can be counted
         */
        public Builder add(long weight, int[] ranks) {
            if (weight < 0 || ranks.length != options) throw new IllegalArgumentException("weight " + weight);
            total = Math.addExact(total, weight);
            makeRoom();
            int[] dense = dense(ranks);
            for (int i = 0; i < options; i++) {
                int rank = dense[i];
                if (rank == NO_OPINION) opinionsMissing = true;
                if (packed.length > 0) pack(i, size, rank == LAST ? PACKED_LAST : rank);
                else wide[size * options + i] = rank;
            }
            weights[size++] = weight;
            return this;
        }

        /** The same, but voters who ranked alike share a row. */
        Builder merge(long weight, int[] ranks) {
            if (weight < 0 || ranks.length != options) throw new IllegalArgumentException("weight " + weight);
            if (size * 2 >= slots.length) rehash();
            int[] dense = dense(ranks);
            int slot = slot(dense);
            if (slots[slot] == 0) {
                add(weight, dense);
                slots[slot] = size;
            } else {
                total = Math.addExact(total, weight);
                weights[slots[slot] - 1] += weight;
            }
            return this;
        }

        private void rehash() {
            slots = new int[Math.max(64, slots.length * 2)];
            int[] ranks = new int[options];
            for (int row = 0; row < size; row++) {
                for (int i = 0; i < options; i++) ranks[i] = rank(row, i);
                slots[slot(ranks)] = row + 1;
            }
        }

        /** Where these ranks are, or belong. */
        private int slot(int[] ranks) {
            int hash = Arrays.hashCode(ranks) * 0x9e3779b9;
            int slot = (hash ^ hash >>> 15) & slots.length - 1;
            while (slots[slot] != 0 && !isRow(slots[slot] - 1, ranks)) slot = slot + 1 & slots.length - 1;
            return slot;
        }

        private boolean isRow(int row, int[] ranks) {
            for (int i = 0; i < options; i++) if (rank(row, i) != ranks[i]) return false;
            return true;
        }

        private int rank(int row, int i) {
            if (packed.length == 0) return wide[row * options + i];
            int rank = (int) (packed[i][row >> 3] >>> ((row & 7) << 3)) & 0xff;
            return rank == PACKED_LAST ? LAST : rank;
        }

        public Votes build() {
            for (int option : withdrawn)
                for (int row = 0; row < size; row++) {
                    if (packed.length > 0) pack(option - 1, row, PACKED_LAST);
                    else wide[row * options + option - 1] = LAST;
                }
            return new Votes(this);
        }

        private void pack(int option, int row, int rank) {
            int shift = (row & 7) << 3;
            long[] column = packed[option];
            column[row >> 3] = (column[row >> 3] & ~(0xffL << shift)) | ((long) rank << shift);
        }

        private void makeRoom() {
            if (size < weights.length) return;
            int room = Math.max(16, size * 2);
            int cells = Math.multiplyExact(room, options);
            weights = Arrays.copyOf(weights, room);
            for (int i = 0; i < packed.length; i++) packed[i] = Arrays.copyOf(packed[i], room / 8);
            if (packed.length == 0) wide = Arrays.copyOf(wide, cells);
        }

        private static int[] dense(int[] ranks) {
            int[] places = Arrays.stream(ranks)
                    .filter(rank -> rank != LAST && rank != NO_OPINION)
                    .sorted()
                    .distinct()
                    .toArray();
            if (places.length == 0 || places[places.length - 1] == places.length) return ranks;
            return Arrays.stream(ranks)
                    .map(rank -> rank == LAST || rank == NO_OPINION ? rank : Arrays.binarySearch(places, rank) + 1)
                    .toArray();
        }
    }
}
