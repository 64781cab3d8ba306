package mainline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import mainline.SharedData;
import mainline.tally.BallotFile;
import mainline.tally.EqualShares;
import mainline.tally.Format;
import mainline.tally.Lot;
import mainline.tally.Schulze;
import mainline.tally.ScottishStv;
import mainline.tally.Votes;

/** What counting costs: a million ranked ballots beside reading them once from memory, and the largest real files. */
final class Tally {
    private static final int BALLOTS = 1_000_000;
    private static final int OPTIONS = 10;
    private static final int ROUNDS = 31;
    private static final Lot LOT = new Lot(new byte[] {1});

    private static boolean met = true;
    private static long sink;

    public static void main(String[] arguments) throws IOException {
        Votes votes = millionOfBallots();
        Plain plain = Plain.of(votes);
        double[] reading = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] counting = new double[ROUNDS];
        for (int warm = 0; warm < 20; warm++) {
            plain.read();
            read(votes);
            count(votes);
        }
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = millis(plain::read);
            reading[round] = millis(() -> read(votes));
            counting[round] = millis(() -> count(votes));
        }
        System.out.printf("summing up the bytes of 1,000,000 ballots of 10 options once: %.1f ms%n", median(bare));
        System.out.printf("reading them once rank by rank: %.1f ms%n", median(reading));
        System.out.printf("counting them by schulze: %.1f ms%n", median(counting));
        goal("counting against summing up", median(counting) / median(bare), "times", 5);
        System.out.printf(
                "counting against reading rank by rank: %.2f times (no goal)%n", median(counting) / median(reading));

        Path blt = largest(".blt");
        Path pb = largest(".pb");
        goal("stv on the largest file (" + blt.getFileName() + ")", seconds(() -> stv(blt)), "s", 1);
        goal("equal shares on the largest file (" + pb.getFileName() + ")", seconds(() -> shares(pb)), "s", 1);
        if (sink == 42) System.out.println();
        System.exit(met ? 0 : 1);
    }

    private static Votes millionOfBallots() {
        var random = new Random(1);
        var builder = new Votes.Builder(OPTIONS);
        for (int i = 0; i < BALLOTS; i++) {
            int[] ranks = new int[OPTIONS];
            for (int option = 0; option < OPTIONS; option++) {
                int other = random.nextInt(option + 1);
                ranks[option] = ranks[other];
                ranks[other] = option + 1;
            }
            if (i % 3 == 0)
                for (int option = 0; option < OPTIONS; option++) if (ranks[option] > 5) ranks[option] = Votes.LAST;
            builder.add(1, ranks);
        }
        return builder.build();
    }

    /** The ballots as they lie in memory: a byte for each rank, a long for each weight; nothing but summed up. */
    private record Plain(byte[] ranks, long[] weights) {
        static Plain of(Votes votes) {
            var plain = new Plain(new byte[votes.size() * OPTIONS], new long[votes.size()]);
            for (int row = 0; row < votes.size(); row++) {
                plain.weights[row] = votes.weight(row);
                for (int option = 1; option <= OPTIONS; option++)
                    plain.ranks[row * OPTIONS + option - 1] = (byte) Math.min(127, votes.rank(row, option));
            }
            return plain;
        }

        void read() {
            long sum = 0;
            for (byte rank : ranks) sum += rank;
            for (long weight : weights) sum += weight;
            sink += sum;
        }
    }

    /** Every rank and every weight once, as whoever looks at the parsed ballots must. */
    private static void read(Votes votes) {
        long sum = 0;
        for (int row = 0; row < votes.size(); row++) {
            sum += votes.weight(row);
            for (int option = 1; option <= OPTIONS; option++) sum += votes.rank(row, option);
        }
        sink += sum;
    }

    private static void count(Votes votes) {
        sink += Schulze.count(votes, 0, Schulze.Rules.NONE, LOT).winners().getFirst();
    }

    private static void stv(Path file) {
        BallotFile ballots = BallotFile.read(file, Format.BLT);
        sink += ScottishStv.count(ballots.votes(), ballots.seats(), LOT)
                .winners()
                .size();
    }

    private static void shares(Path file) {
        BallotFile ballots = BallotFile.read(file, Format.PABULIB);
        sink += EqualShares.count(ballots, EqualShares.Completion.ADD1, LOT)
                .winners()
                .size();
    }

    private static Path largest(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(SharedData.file("decisions"))) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    /** Reading the file and counting it, the median of some. */
    private static double seconds(Runnable work) {
        double[] times = new double[5];
        for (int round = 0; round < times.length; round++) times[round] = millis(work) / 1000;
        return median(times);
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void goal(String figure, double value, String unit, double most) {
        System.out.printf("%s: %.2f %s (goal at most %.0f)%n", figure, value, unit, most);
        met &= value <= most;
    }
}
