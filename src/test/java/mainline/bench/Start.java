package mainline.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/** From the command to the first page on an existing data folder, and what the idle server then holds in memory. */
public final class Start {
    private static final double SECONDS_GOAL = 6;
    private static final double MEGABYTES_GOAL = 350;
    private static final int RUNS = 3;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private Start() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("mainline-bench");
        try {
            start(folder, Duration.ZERO);
            var runs = new ArrayList<Run>();
            for (int run = 0; run < RUNS; run++) runs.add(start(folder, IDLE));
            boolean met = report("start", median(runs.stream().map(Run::seconds).toList()), "s", SECONDS_GOAL)
                    & report(
                            "idle memory",
                            median(runs.stream().map(Run::megabytes).toList()),
                            "MB",
                            MEGABYTES_GOAL);
            System.exit(met ? 0 : 1);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private record Run(double seconds, double megabytes) {}

    private static Run start(Path folder, Duration idle) throws Exception {
        int port = freePort();
        long begin = System.nanoTime();
        var server = new ProcessBuilder(
                        "bin/mainline",
                        "serve",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        "" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            waitForPage(port, server);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Thread.sleep(idle);
            return new Run(seconds, resident(server.pid()));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void waitForPage(int port, Process server) throws InterruptedException {
        var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        try (var browser = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    if (browser.send(page, HttpResponse.BodyHandlers.ofString()).statusCode() < 500) return;
                } catch (IOException notYet) {
                    if (!server.isAlive()) throw new IllegalStateException("The server did not start.");
                }
                Thread.sleep(20);
            }
        }
    }

    /** What the process itself holds in memory, of its own and of files; the database's processes not counted. */
    private static double resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + pid, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static boolean report(String figure, double value, String unit, double goal) {
        System.out.printf(Locale.ROOT, "%s: %.1f %s (goal: at most %.0f)%n", figure, value, unit, goal);
        return value <= goal;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
