package mainline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * Plays attacks against the application as an operator starts it, each from one network and from fifty, while a member goes
 * on reading: {@code bin/bench siege [SECONDS] [PART OF A NAME]}. The process lives, its memory stays, the member's pages come,
 * and after each attack all is as before. With {@code proxy} before these, what comes is forwarded by a proxy.
 */
final class Siege {
    private static final double MOST_MILLISECONDS = 500;
    private static final double MOST_RESIDENT = 900;
    private static final double MOST_KEPT = 60;
    private static final int MOST_SECONDS_TO_FINISH = 60;
    private static final double MOST_SECONDS_TO_CLONE = 60;
    private static final int NETWORKS = 50;
    /** Or the attackers, who share the processors with the server, are what is measured. */
    private static final int BETWEEN_SHOTS = 200;

    private static final int CLONES = 10;
    private static final int HALL = 100;

    private final Besieged server;
    private final Path folder;
    private final int seconds;
    private boolean met = true;

    private Siege(Besieged server, Path folder, int seconds) {
        this.server = server;
        this.folder = folder;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> said = new ArrayList<>(List.of(arguments));
        boolean proxy = said.remove("proxy");
        int seconds = said.isEmpty() ? 20 : Integer.parseInt(said.get(0));
        String part = said.size() < 2 ? "" : said.get(1);
        Path folder =
                Files.createTempDirectory(Path.of("target"), "bench-siege").toAbsolutePath();
        folder.toFile().setExecutable(true, false);
        boolean met;
        try (Besieged server = Besieged.start(folder, proxy)) {
            met = new Siege(server, folder, seconds).hold(part);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(met ? 0 : 1);
    }

    private boolean hold(String part) throws Exception {
        reading(Math.max(5, seconds));
        double before = server.reachable();
        long files = server.openFiles();
        double quiet = reading(3);
        System.out.printf(Locale.ROOT, "a member's page in peace, 95%%: %.0f ms (no goal)%n", quiet);
        for (Attacks.Attack attack : new Attacks(server).all()) {
            if (!attack.name().contains(part)) continue;
            for (int networks : new int[] {1, NETWORKS}) {
                play(attack, networks);
                if (!server.lives()) return tell(attack.name() + ": the process", 0, "alive", 1, false);
                Thread.sleep(1_000);
                tell(attack.name() + ", afterwards, 95%", reading(2), "ms", MOST_MILLISECONDS, true);
                tell(attack.name() + ", kept", kept(before), "MB", MOST_KEPT, true);
            }
        }
        Thread.sleep(15_000);
        tell("files left open", server.openFiles() - files, "", 100, true);
        tell("ten clones at once", clones(), "s", MOST_SECONDS_TO_CLONE, true);
        tell("a hundred readers behind one address, 95%", hall(), "ms", 2 * MOST_MILLISECONDS, true);
        return met;
    }

    private void play(Attacks.Attack attack, int networks) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        String from = networks == 1 ? "one network" : networks + " networks";
        double[] most = new double[1];
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < attack.parallel(); n++) {
                var shot = new Attacks.Shot(server, "127.0." + (1 + n % networks) + ".2", until, n);
                attackers.submit(() -> again(attack, shot));
            }
            Thread.sleep(300);
            double milliseconds = reading(Math.max(1, seconds - 1), most);
            tell(attack.name() + ", " + from + ", a member's page, 95%", milliseconds, "ms", MOST_MILLISECONDS, true);
            attackers.shutdownNow();
        }
        tell(
                attack.name() + ", " + from + ", resident",
                Math.max(most[0], server.resident()),
                "MB",
                MOST_RESIDENT,
                true);
    }

    /** What was begun for those who left is finished first. */
    private double kept(double before) throws Exception {
        double kept = server.reachable() - before;
        for (int n = 0; n < MOST_SECONDS_TO_FINISH && kept > MOST_KEPT && server.lives(); n++) {
            Thread.sleep(1_000);
            kept = server.reachable() - before;
        }
        return kept;
    }

    private static void again(Attacks.Attack attack, Attacks.Shot shot) {
        while (shot.goesOn()) {
            try {
                attack.act().play(shot);
            } catch (Exception turnedAway) {
                if (Thread.currentThread().isInterrupted()) return;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_SHOTS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private double reading(int time) throws InterruptedException {
        return reading(time, new double[1]);
    }

    /** A member reads page after page; a page that does not come counts as twenty seconds. */
    private double reading(int time, double[] resident) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(time);
        String[] pages = {"", "/ideas", "/handbook", "/handbook/part-0/page-1", "/people", "/record"};
        List<Double> took = new ArrayList<>();
        for (int n = 0; System.nanoTime() < until && server.lives(); n++) {
            took.add(page(Besieged.HOME + pages[n % pages.length]));
            resident[0] = Math.max(resident[0], server.resident());
            Thread.sleep(40);
        }
        Collections.sort(took);
        return took.isEmpty() ? 20_000 : took.get((int) (took.size() * .95));
    }

    private double page(String path) {
        long start = System.nanoTime();
        try (Wire wire = new Wire(server.port, "127.0.0.1")) {
            int status = wire.head("GET", path, "Connection: close\r\nCookie: " + server.reader + "\r\n")
                    .status();
            wire.rest();
            if (status != 200) System.err.println(path + " answered " + status);
            return status == 200 ? (System.nanoTime() - start) / 1e6 : 20_000;
        } catch (Exception failed) {
            System.err.println(path + ": " + failed);
            return 20_000;
        }
    }

    private double clones() throws Exception {
        long start = System.nanoTime();
        try (var all = Executors.newFixedThreadPool(CLONES)) {
            List<Future<String>> each = new ArrayList<>();
            for (int n = 0; n < CLONES; n++) {
                String to = folder.resolve("clone" + n).toString();
                each.add(all.submit(() -> Git.run(
                        "clone", "-q", "http://127.0.0.1:" + server.port + Besieged.HOME + "/handbook.git", to)));
            }
            for (Future<String> one : each) one.get();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** All at the same moment, with a page each and then another. */
    private double hall() throws Exception {
        CountDownLatch doors = new CountDownLatch(1);
        List<Double> took = Collections.synchronizedList(new ArrayList<>());
        try (var hall = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < HALL; n++) {
                hall.submit(() -> {
                    doors.await();
                    for (String path : new String[] {"", "/handbook", "/ideas"}) took.add(page(Besieged.HOME + path));
                    return null;
                });
            }
            doors.countDown();
        }
        Collections.sort(took);
        return took.get((int) (took.size() * .95));
    }

    private boolean tell(String figure, double value, String unit, double goal, boolean atMost) {
        boolean good = atMost ? value <= goal : value >= goal;
        met &= good;
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f %s (goal %s %.0f)%s%n",
                figure,
                value,
                unit,
                atMost ? "<=" : ">=",
                goal,
                good ? "" : " MISSED");
        return met;
    }
}
