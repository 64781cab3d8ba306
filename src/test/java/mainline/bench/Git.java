package mainline.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainline.Mainline;
import mainline.SharedData;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.exchange.GitImport;
import mainline.handbook.Handbook;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.review.Reviews;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Clones against {@code git daemon}, what a clone holds in memory, pages of a large handbook against a small one, merges
 * into a long history, contents, search and who wrote what in it, and fifty members proposing and merging at once through
 * two servers on one database.
 */
final class Git {
    private static final int COMMITS = 20_000;
    private static final int PAGES = 10_000;
    private static final int MEMBERS = 50;
    private static final int ROUNDS = 9;

    private final ConfigurableApplicationContext app;
    private final String base;
    private final Path folder;
    private boolean met = true;

    private Git(ConfigurableApplicationContext app, int port, Path folder) {
        this.app = app;
        this.base = "http://localhost:" + port + "/";
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-git").toAbsolutePath();
        folder.toFile().setExecutable(true, false);
        int port = freePort();
        boolean met;
        try (ConfigurableApplicationContext app = new SpringApplicationBuilder(Mainline.class)
                .run(
                        "--mainline.data=" + folder.resolve("data"),
                        "--mainline.jobs=false",
                        "--mainline.cooling=0s",
                        "--server.port=" + port)) {
            Git bench = new Git(app, port, folder);
            bench.clones();
            bench.pages();
            try (ConfigurableApplicationContext second = second(app, folder)) {
                bench.merges(second);
            }
            met = bench.met;
        }
        System.exit(met ? 0 : 1);
    }

    private static ConfigurableApplicationContext second(ConfigurableApplicationContext first, Path folder) {
        HikariDataSource database = first.getBean(HikariDataSource.class);
        return new SpringApplicationBuilder(Mainline.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--mainline.data=" + folder.resolve("second"),
                        "--mainline.jobs=false",
                        "--mainline.cooling=0s",
                        "--spring.main.keep-alive=false",
                        "--mainline.database.url=" + database.getJdbcUrl(),
                        "--mainline.database.username=" + database.getUsername(),
                        "--mainline.database.password=" + database.getPassword());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Community community(String slug) {
        var founder = app.getBean(People.class).bring("Founder", slug + "@example.org");
        return app.getBean(Founding.class).found("The " + slug, slug, "UTC", "We write down what works.", founder.id());
    }

    private void tell(String figure, double value, String unit, double most) {
        met &= value <= most;
        System.out.printf("%s: %.2f %s (goal at most %.2f)%n", figure, value, unit, most);
    }

    private void clones() throws Exception {
        Path bundle = SharedData.file("handbooks/kubernetes-community-governance.filtered.bundle");
        community("largest");
        app.getBean(GitImport.class).bring(bundle, "largest", null, line -> {});
        Path served = Files.createDirectory(folder.resolve("served"));
        run(
                "clone",
                "-q",
                "--mirror",
                bundle.toString(),
                served.resolve("largest.git").toString());
        int port = freePort();
        Process daemon = new ProcessBuilder(
                        "git",
                        "daemon",
                        "--reuseaddr",
                        "--export-all",
                        "--listen=127.0.0.1",
                        "--port=" + port,
                        "--base-path=" + served)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("daemon.log").toFile())
                .start();
        try {
            Thread.sleep(500);
            double[] ours = new double[ROUNDS];
            double[] theirs = new double[ROUNDS];
            for (int round = -2; round < ROUNDS; round++) {
                double one = seconds(() -> clone(base + "largest/handbook.git"));
                double other = seconds(() -> clone("git://127.0.0.1:" + port + "/largest.git"));
                if (round < 0) continue;
                ours[round] = one;
                theirs[round] = other;
            }
            System.out.printf("a clone takes: %.2f s, from git daemon %.2f s%n", median(ours), median(theirs));
            tell("clone over HTTP against git daemon", median(ours) / median(theirs), "times", 1.2);
        } finally {
            daemon.descendants().forEach(ProcessHandle::destroy);
            daemon.destroy();
        }
    }

    private void clone(String address) throws Exception {
        Path to = Files.createTempDirectory(folder, "clone");
        run("clone", "-q", address, to.toString());
        delete(to);
    }

    private static void delete(Path folder) throws Exception {
        new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }

    private interface Act {
        void run() throws Exception;
    }

    private static double seconds(Act act) throws Exception {
        long start = System.nanoTime();
        act.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static String run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + ": " + said);
        return said;
    }

    /** A repository with so many pages of a few hundred words, each commit after the first changing one of them. */
    static Path repository(Path folder, String name, int pages, int commits) throws Exception {
        Path repository = folder.resolve(name + ".git");
        run("init", "-q", "--bare", "-b", "main", repository.toString());
        Process process = new ProcessBuilder("git", "-C", repository.toString(), "fast-import", "--quiet").start();
        Random random = new Random(7);
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            for (int commit = 0; commit < commits; commit++) {
                String message = "Commit " + commit;
                out.write(("commit refs/heads/main\ncommitter Ana <ana@example.org> " + (1_500_000_000L + commit * 60L)
                                + " +0000\ndata " + message.length() + "\n" + message + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
                if (commit == 0) for (int page = 0; page < pages; page++) write(out, page, random);
                else write(out, random.nextInt(pages), random);
                out.write('\n');
            }
        }
        if (process.waitFor() != 0) throw new IllegalStateException("git fast-import");
        return repository;
    }

    private static String path(int page) {
        return "part-" + page / 100 + "/page-" + page + ".md";
    }

    private static void write(OutputStream out, int page, Random random) throws IOException {
        StringBuilder text = new StringBuilder("# Page " + page + "\n");
        for (int paragraph = 0; paragraph < 6; paragraph++) {
            text.append('\n');
            for (int word = 0; word < 40; word++)
                text.append(Integer.toString(random.nextInt(46_656), 36)).append(' ');
            text.append('\n');
        }
        out.write(("M 100644 inline " + path(page) + "\ndata " + text.length() + "\n" + text + "\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private void pages() throws Exception {
        community("small");
        community("large");
        app.getBean(GitImport.class).bring(repository(folder, "small", 100, 200), "small", null, line -> {});
        double took = seconds(() -> app.getBean(GitImport.class)
                .bring(repository(folder, "large", PAGES, COMMITS), "large", null, line -> {}));
        System.out.printf("bringing %d commits and %d pages along: %.0f s%n", COMMITS, PAGES, took);
        clone(base + "large/handbook.git");
        Path clone = folder.resolve("weighed");
        double held = held(() -> run("clone", "-q", "--bare", base + "large/handbook.git", clone.toString())) / 1e6;
        System.out.printf(
                "the clone's pack: %s%n",
                run("-C", clone.toString(), "count-objects", "-vH")
                        .lines()
                        .filter(line -> line.startsWith("size-pack"))
                        .findFirst()
                        .orElse("?"));
        tell("memory that one clone of it holds", held, "MB", 16);
        double[] small = new double[600];
        double[] large = new double[600];
        for (int n = -300; n < small.length; n++) {
            int page = Math.floorMod(n * 37, 100);
            double one = view("small", path(page), n);
            double other = view("large", path(Math.floorMod(n * 7919, PAGES)), n);
            if (n < 0) continue;
            small[n] = one;
            large[n] = other;
        }
        System.out.printf(
                "a page takes: %.1f ms of 100, %.1f ms of 10,000%n", median(small) * 1e3, median(large) * 1e3);
        tell("page of a handbook of 10,000 pages against one of 100", median(large) / median(small), "times", 1.2);
        reading();
    }

    /** Contents, search and who wrote what, in the large handbook against the small one. */
    private void reading() throws Exception {
        double[] small = new double[200];
        double[] large = new double[200];
        for (int n = -100; n < small.length; n++) {
            double one = view("small", "part-0", n);
            double other = view("large", "part-0", n);
            if (n < 0) continue;
            small[n] = one;
            large[n] = other;
        }
        tell("contents of a folder of 10,000 pages against 100", median(large) / median(small), "times", 1.2);
        double[] words = new double[60];
        for (int n = -20; n < words.length; n++) {
            int round = n;
            double took = seconds(() -> answer("large/handbook?q=page&anew=" + round));
            if (n >= 0) words[n] = took;
        }
        tell("search that finds 10,000 pages", median(words) * 1e3, "ms", 500);
        for (int n = 0; n < words.length; n++) {
            int page = Math.floorMod(n * 7919, PAGES);
            words[n] = seconds(() -> answer("large/handbook?q=page+" + page));
        }
        tell("search that finds a few of 10,000 pages", median(words) * 1e3, "ms", 50);
        double[] cold = new double[40];
        double[] warm = new double[40];
        for (int n = 0; n < cold.length; n++) {
            String address = "large/handbook/"
                    + path(Math.floorMod(n * 7919 + 13, PAGES)).replaceFirst("\\.md$", "?blame");
            cold[n] = seconds(() -> answer(address));
            warm[n] = seconds(() -> answer(address + "&again"));
        }
        tell("who wrote a page of 20,000 commits, the first time", median(cold) * 1e3, "ms", 500);
        tell("the same again", median(warm) * 1e3, "ms", 50);
    }

    private void answer(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + address)).build();
        int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status != 200) throw new IllegalStateException(address + " answered " + status);
    }

    /** How much more is reachable while it runs than before, at most, in bytes. */
    private static long held(Act act) throws Exception {
        System.gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        CountDownLatch ended = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            Future<Long> most = pool.submit(() -> {
                long peak = 0;
                do {
                    System.gc();
                    peak = Math.max(
                            peak,
                            Runtime.getRuntime().totalMemory()
                                    - Runtime.getRuntime().freeMemory());
                } while (!ended.await(20, java.util.concurrent.TimeUnit.MILLISECONDS));
                return peak - before;
            });
            act.run();
            ended.countDown();
            return most.get();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();

    private double view(String slug, String path, int n) throws Exception {
        String address = base + slug + "/handbook/" + path.replaceFirst("\\.md$", "") + "?anew=" + n;
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        long start = System.nanoTime();
        int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status != 200) throw new IllegalStateException(address + " answered " + status);
        return (System.nanoTime() - start) / 1e9;
    }

    private void merges(ConfigurableApplicationContext second) throws Exception {
        Community large = app.getBean(Communities.class).bySlug("large").orElseThrow();
        Member steward = new Member(
                large.id(),
                app.getBean(People.class).bring("Founder", "large@example.org").id());
        List<Member> members = new ArrayList<>();
        for (int n = 0; n < MEMBERS; n++) {
            var person = app.getBean(People.class).bring("Member " + n, "member" + n + "@example.org");
            app.getBean(Communities.class).join(large.id(), person.id());
            members.add(new Member(large.id(), person.id()));
        }
        List<Change> waiting = new ArrayList<>();
        for (int n = 0; n < MEMBERS; n++) waiting.add(proposed(app, members.get(n), steward, n * 173, "one by one"));
        double[] times = new double[MEMBERS - 10];
        for (int n = 0; n < MEMBERS; n++) {
            Change change = waiting.get(n);
            double took = seconds(() -> app.getBean(Reviews.class).merge(steward, change.subject()));
            if (n >= 10) times[n - 10] = took;
        }
        tell("merge into 20,000 commits, median", median(times) * 1e3, "ms", 100);
        double all = seconds(() -> atOnce(List.of(app, second), members, steward));
        Path clone = folder.resolve("after");
        run("clone", "-q", base + "large/handbook.git", clone.toString());
        int commits = Integer.parseInt(
                run("-C", clone.toString(), "rev-list", "--count", "HEAD").strip());
        int merges = Integer.parseInt(run("-C", clone.toString(), "rev-list", "--min-parents=2", "--count", "HEAD")
                .strip());
        run("-C", clone.toString(), "fsck", "--strict");
        int missing = 0;
        for (int n = 0; n < MEMBERS; n++) {
            if (!Files.readString(clone.resolve(path(n * 173 + 1))).contains("at once " + n)) missing++;
            if (!Files.readString(clone.resolve(path(n * 173))).contains("one by one")) missing++;
        }
        System.out.printf("%d members at once, through two servers, took: %.1f s%n", MEMBERS, all);
        tell(
                "changes lost, or commits beside the line",
                missing + merges + Math.abs(commits - COMMITS - 2 * MEMBERS),
                "",
                0);
    }

    private static void atOnce(List<ConfigurableApplicationContext> servers, List<Member> members, Member steward)
            throws Exception {
        try (var pool = Executors.newFixedThreadPool(MEMBERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < MEMBERS; n++) {
                int page = n;
                ConfigurableApplicationContext server = servers.get(n % servers.size());
                all.add(pool.submit(() -> {
                    Change change = proposed(server, members.get(page), steward, page * 173 + 1, "at once " + page);
                    server.getBean(Reviews.class).merge(steward, change.subject());
                    return null;
                }));
            }
            for (Future<?> each : all) each.get();
        }
    }

    private static Change proposed(
            ConfigurableApplicationContext server, Member author, Member steward, int page, String added) {
        Handbook handbook = server.getBean(Handbook.class);
        String text = handbook.text(author.community(), path(page)).orElseThrow();
        Change change = server.getBean(Proposals.class)
                .propose(
                        author,
                        new Proposal(
                                path(page),
                                handbook.head(author.community()),
                                text + "\n" + added + "\n",
                                "Add to page " + page,
                                "It was missing",
                                "",
                                null));
        server.getBean(Reviews.class).approve(steward, change.subject(), change.version(), "");
        return change;
    }
}
