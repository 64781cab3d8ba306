package mainline.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import mainline.Mainline;
import mainline.community.Communities;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.proof.Checkpoint;
import mainline.proof.GrowingTree;
import mainline.proof.Hash;
import mainline.proof.Leaf;
import mainline.proof.LogRow;
import mainline.proof.LogVerifier;
import mainline.proof.Note;
import mainline.proof.Signer;
import mainline.proof.Verification;
import mainline.record.Act;
import mainline.record.Log;
import mainline.record.LogHead;
import mainline.record.PublicRecord;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Many acts a second on a database that waits for its disk, how far the tree falls behind, and checking a long log. */
public final class Record {
    private static final int ACTS_GOAL = 1_000;
    private static final double BEHIND_GOAL = 2;
    private static final double SECONDS_GOAL = 10;
    private static final int WARMING = 8;
    private static final int SECONDS = 20;
    private static final int ACTORS = 16;
    private static final int ROWS = 1_000_000;

    private Record() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("mainline-bench");
        try {
            boolean met = acts(folder.resolve("data")) & verify(folder.resolve("rows"));
            System.exit(met ? 0 : 1);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static boolean acts(Path data) throws Exception {
        try (var context = new SpringApplicationBuilder(Mainline.class)
                .run("--mainline.data=" + data, "--server.port=0", "--logging.level.root=error")) {
            PersonId person = context.getBean(People.class).bring("Bench", null).id();
            CommunityId community = context.getBean(Communities.class)
                    .found("Bench", "bench", "UTC", person)
                    .id();
            rate(context, community, person, WARMING);
            Thread.sleep(2_000);
            AtomicLong worst = new AtomicLong();
            Thread watch = Thread.startVirtualThread(() -> watch(context, worst));
            double rate = rate(context, community, person, SECONDS);
            Thread.sleep((long) BEHIND_GOAL * 1_000);
            watch.interrupt();
            watch.join();
            long inTree = context.getBean(Log.class)
                    .head(community)
                    .map(LogHead::size)
                    .orElse(0L);
            System.out.printf(Locale.ROOT, "acts in the tree two seconds after the last: %d%n", inTree);
            return report("acts recorded", rate, "a second", ACTS_GOAL, true)
                    & report("the tree is behind by at most", worst.get() / 1e3, "s", BEHIND_GOAL, false);
        }
    }

    /** Paced a little above the goal, so that waiting for a turn does not count against it. */
    private static double rate(
            ConfigurableApplicationContext context, CommunityId community, PersonId person, int seconds)
            throws Exception {
        AtomicLong next = new AtomicLong();
        long pause = 1_000_000_000L / (ACTS_GOAL * 105 / 100);
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        try (ExecutorService actors = Executors.newFixedThreadPool(ACTORS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int actor = 0; actor < ACTORS; actor++)
                all.add(actors.submit(() -> {
                    while (true) {
                        long turn = next.getAndIncrement();
                        long wait = start + turn * pause - System.nanoTime();
                        if (start + turn * pause >= end) return null;
                        if (wait > 0) Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                        act(context, community, person, turn);
                    }
                }));
            for (Future<?> each : all) each.get();
        }
        return (next.get() - ACTORS) / ((System.nanoTime() - start) / 1e9);
    }

    private static void act(ConfigurableApplicationContext context, CommunityId community, PersonId person, long turn) {
        Subject idea = new Subject(community, Subject.Kind.IDEA, turn % 1_000);
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(each -> context.getBean(PublicRecord.class)
                        .add(Act.done(
                                "idea.published",
                                person,
                                idea,
                                Map.of("title", "An idea like many others, No. " + turn))));
    }

    /** How long the oldest of the entries that are not in the tree has waited. */
    private static void watch(ConfigurableApplicationContext context, AtomicLong worst) {
        JdbcClient db = context.getBean(JdbcClient.class);
        try {
            while (true) {
                double waiting = db.sql("""
                                select coalesce(extract(epoch from clock_timestamp() - min(at)), 0) from record_entry e
                                join record_pending p on p.community_id = e.community_id and p.entry_id = e.id
                                """).query(Double.class).single();
                worst.accumulateAndGet((long) (waiting * 1_000), Math::max);
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean verify(Path file) throws IOException {
        Signer signer = new Signer("example.org/record/1", Signer.Pair.generate());
        GrowingTree tree = new GrowingTree();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int seq = 0; seq < ROWS; seq++) {
                LogRow row = row(seq);
                tree.add(Hash.leaf(row.leaf().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                out.write(row.line());
                out.newLine();
            }
        }
        Note note = signer.sign(new Checkpoint(signer.key().name(), ROWS, tree.root()));
        double processor = processor();
        long start = System.nanoTime();
        Verification found;
        try (BufferedReader rows = Files.newBufferedReader(file)) {
            found = new LogVerifier(signer.key()).verify(rows.lines().iterator(), List.of(note));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "processor time of verifying: %.1f s%n", processor() - processor);
        if (!found.holds() || found.rows() != ROWS) throw new IllegalStateException(found.toString());
        return report("verifying " + ROWS + " rows", seconds, "s", SECONDS_GOAL, false);
    }

    /** What this process has used so far: tells more than the clock does on a machine with other work. */
    private static double processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static LogRow row(long seq) {
        byte[] salt = Hash.of(new byte[] {(byte) seq, (byte) (seq >> 8), (byte) (seq >> 16)})
                .bytes();
        String body = LogRow.body(Map.of("title", "An idea like many others, No. " + seq), seq % 500, null);
        LogRow.Opened opened = LogRow.Opened.of(salt, body);
        String actor = "%064x".formatted(seq % 500);
        LogRow.Told told = new LogRow.Told("2026-03-02T09:00:00.123456Z", "idea.published", "IDEA-" + seq % 1_000);
        Leaf leaf = new Leaf(seq, told.time(), told.type(), actor, "IDEA-" + seq % 1_000, opened.hash());
        return new LogRow(seq, leaf.text(), told, opened);
    }

    private static boolean report(String figure, double value, String unit, double goal, boolean atLeast) {
        System.out.printf(
                Locale.ROOT, "%s: %.1f %s (goal: at %s %.0f)%n", figure, value, unit, atLeast ? "least" : "most", goal);
        return atLeast ? value >= goal : value <= goal;
    }
}
