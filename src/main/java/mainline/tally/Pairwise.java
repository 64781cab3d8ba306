package mainline.tally;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * How many voters prefer each option to each other. Ballots of one voter each are compared eight at a time:
 * a subtraction with a guard bit in every byte tells eight comparisons at once.
 */
final class Pairwise {
    private static final long GUARDS = 0x8080808080808080L;
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    /** Longs of eight rows in a block: as many as a byte can count. */
    private static final int BLOCK = 255;

    private static final int WORTH_A_THREAD = 100_000;

    private Pairwise() {}

    static long[][] of(Votes votes) {
        int size = votes.size();
        if (size < WORTH_A_THREAD) return part(votes, 0, size);
        int half = size / 16 * 8;
        var first = new FutureTask<>(() -> part(votes, 0, half));
        Thread.ofPlatform().daemon().start(first);
        long[][] sum = part(votes, half, size);
        try {
            add(sum, first.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return sum;
    }

    private static void add(long[][] sum, long[][] more) {
        for (int a = 0; a < sum.length; a++) for (int b = 0; b < sum.length; b++) sum[a][b] += more[a][b];
    }

    /** From a row that begins a long. */
    private static long[][] part(Votes votes, int from, int to) {
        long[][] wins = new long[votes.options()][votes.options()];
        long[][] columns = votes.packed();
        int row = from;
        while (row < to) {
            int end = Math.min(to, row + BLOCK * 8);
            if (columns.length > 0 && alike(votes.weights(), row, end))
                block(columns, row, end, votes.weights()[row], wins);
            else for (int each = row; each < end; each++) one(votes, each, wins);
            row = end;
        }
        return wins;
    }

    private static boolean alike(long[] weights, int from, int to) {
        if (to - from < 64) return false;
        long differing = 0;
        for (int row = from; row < to; row++) differing |= weights[row] ^ weights[from];
        return differing == 0;
    }

    private static void one(Votes votes, int row, long[][] wins) {
        int options = wins.length;
        int[] ranks = new int[options];
        for (int i = 0; i < options; i++) ranks[i] = votes.rank(row, i + 1);
        long weight = votes.weight(row);
        for (int a = 0; a < options; a++) {
            if (ranks[a] == Votes.NO_OPINION || ranks[a] == Votes.LAST) continue;
            for (int b = 0; b < options; b++) if (ranks[a] < ranks[b]) wins[a][b] += weight;
        }
    }

    private static void block(long[][] columns, int from, int to, long weight, long[][] wins) {
        int first = from / 8;
        int end = (to + 7) / 8;
        for (int a = 0; a < columns.length; a++)
            for (int b = a + 1; b < columns.length; b++) both(columns, a, b, first, end, weight, wins);
    }

    private static void both(long[][] columns, int a, int b, int from, int to, long weight, long[][] wins) {
        long[] first = columns[a];
        long[] second = columns[b];
        long aNot = 0;
        long bNot = 0;
        for (int at = from; at < to; at++) {
            aNot += (((first[at] | GUARDS) - second[at]) & GUARDS) >>> 7;
            bNot += (((second[at] | GUARDS) - first[at]) & GUARDS) >>> 7;
        }
        long all = (to - from) * 8L;
        wins[a][b] += weight * (all - sum(aNot));
        wins[b][a] += weight * (all - sum(bNot));
    }

    private static long sum(long bytes) {
        long pairs = (bytes & EVEN) + ((bytes >>> 8) & EVEN);
        return (pairs * 0x0001000100010001L) >>> 48;
    }
}
