package mainline.tally;

import java.util.Arrays;

/** Looks for a column that only counts the rows, whatever its heading: 1, 2, 3 and on, beside ranks that it shares. */
final class RowCounter {
    private static final int FEWEST = 3;

    private final boolean[] counts;
    private final boolean[] shares;
    private int rows;

    RowCounter(int columns) {
        counts = new boolean[columns];
        shares = new boolean[columns];
        Arrays.fill(counts, true);
    }

    void look(int[] ranks) {
        rows++;
        for (int i = 0; i < ranks.length; i++) {
            counts[i] &= ranks[i] == rows;
            if (!counts[i]) continue;
            for (int other = 0; other < ranks.length; other++) shares[i] |= other != i && ranks[other] == ranks[i];
        }
    }

    /** The first such column, counted from 0, or -1; of one or two rows nobody can tell. */
    int found() {
        if (rows < FEWEST) return -1;
        for (int i = 0; i < counts.length; i++) if (counts[i] && shares[i]) return i;
        return -1;
    }
}
