package mainline.tally;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How many voters prefer each option to each other. Ballots of one voter each are compared eight at a time: a block of
 * rows is turned into columns of bytes, and a subtraction with a guard bit in every byte tells eight comparisons at once.
 */
final class Pairwise {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long GUARDS = 0x8080808080808080L;
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    /** Longs of eight rows in a block: as many as a byte can count. */
    private static final int BLOCK = 255;

    private static final int WORTH_A_THREAD = 100_000;

    private Pairwise() {}

    static long[][] of(Votes votes) {
        int size = votes.size();
        if (size < WORTH_A_THREAD) return part(votes, 0, size);
        int half = size / 2;
        var first = new java.util.concurrent.FutureTask<>(() -> part(votes, 0, half));
        Thread.ofPlatform().daemon().start(first);
        long[][] sum = part(votes, half, size);
        try {
            add(sum, first.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return sum;
    }

    private static void add(long[][] sum, long[][] more) {
        for (int a = 0; a < sum.length; a++) for (int b = 0; b < sum.length; b++) sum[a][b] += more[a][b];
    }

    private static long[][] part(Votes votes, int from, int to) {
        long[][] wins = new long[votes.options()][votes.options()];
        byte[] rows = votes.packed();
        int row = from;
        if (rows.length > 0) {
            var block = new Block(votes.options());
            while (row < to) {
                int end = Math.min(to, row + BLOCK * 8);
                if (alike(votes.weights(), row, end)) {
                    block.count(rows, row, end, votes.weights()[row], wins);
                    row = end;
                } else {
                    one(votes, row++, wins);
                }
            }
        }
        for (; row < to; row++) one(votes, row, wins);
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

    private static final class Block {
        private final int options;
        private final byte[][] columns;
        private final long[][] eights;

        Block(int options) {
            this.options = options;
            columns = new byte[options][BLOCK * 8];
            eights = new long[options][BLOCK];
        }

        void count(byte[] rows, int from, int to, long weight, long[][] wins) {
            int length = to - from;
            for (int i = 0; i < options; i++) {
                byte[] column = columns[i];
                for (int row = 0, at = from * options + i; row < length; row++, at += options) column[row] = rows[at];
                Arrays.fill(column, length, Math.min(column.length, (length + 7) / 8 * 8), (byte) 0);
                for (int at = 0; at < (length + 7) / 8; at++) eights[i][at] = (long) EIGHT.get(column, at * 8);
            }
            for (int a = 0; a < options; a++)
                for (int b = 0; b < options; b++)
                    if (a != b) wins[a][b] += weight * smaller(eights[a], eights[b], (length + 7) / 8);
        }

        /** In how many bytes the first is smaller; no byte is above 127. */
        private static long smaller(long[] first, long[] second, int length) {
            long counts = 0;
            for (int at = 0; at < length; at++)
                counts += ((((first[at] | GUARDS) - second[at]) & GUARDS) ^ GUARDS) >>> 7;
            long pairs = (counts & EVEN) + ((counts >>> 8) & EVEN);
            return (pairs * 0x0001000100010001L) >>> 48;
        }
    }
}
