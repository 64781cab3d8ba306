package mainline.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mainline.Browser;
import mainline.Mainline;
import mainline.community.Community;
import mainline.community.Member;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.PersonId;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.DemoWorld;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What pages cost: kept in memory, beside a do-nothing request to the same server; made anew, beside a page that does nothing but ask one
 * question; and whether a list of 100,000 ideas costs more than one of 1,000.
 */
final class Pages {
    private static final String MAIL = "reader@example.org";
    private static final String PASSWORD = "tide-table-over-breakfast";
    private static final String PING = "/ping";
    private static final int ROUNDS = 3;
    /** Cookies that a browser has for some seconds after it sent a form. */
    private static final Set<String> PASSING = Set.of("acted", "notice");

    private boolean met = true;

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-pages");
        folder.toFile().setExecutable(true, false);
        Path data = folder.resolve("data").toAbsolutePath();
        fill(data);
        int port = freePort();
        Process server = new ProcessBuilder(command(data, port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        boolean met;
        try {
            await(port, server);
            met = new Pages().measure(port);
        } finally {
            server.destroy();
            server.waitFor(30, TimeUnit.SECONDS);
        }
        System.exit(met ? 0 : 1);
    }

    /** As {@code bin/mainline serve} starts it, with one page more. */
    private static List<String> command(Path data, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xss512k",
                "-Xms64m",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Beside.class.getName(),
                "--mainline.data=" + data,
                "--mainline.demo=true",
                "--server.port=" + port,
                "--server.address=127.0.0.1");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(int port, Process server) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try {
                if (new Browser(port).ask("/ping").status() == 204) return;
            } catch (RuntimeException e) {
                if (!server.isAlive())
                    throw new IllegalStateException("the server did not start; see target/bench-pages*/server.log", e);
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the server does not answer");
    }

    /** The example community; a thousand, ten thousand and a hundred thousand ideas in three others, and a hundred comments on one idea. */
    private static void fill(Path data) {
        try (ConfigurableApplicationContext app = new SpringApplicationBuilder(Mainline.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--mainline.data=" + data,
                        "--mainline.demo=true",
                        "--mainline.jobs=false",
                        "--spring.main.keep-alive=false")) {
            app.getBean(DemoWorld.class).load();
            PersonId reader =
                    app.getBean(People.class).create("A Reader", MAIL, PASSWORD).id();
            for (int ideas : new int[] {1_000, 10_000, 100_000}) community(app, ideas, reader);
            app.getBean(JdbcClient.class).sql("analyze").update();
        }
    }

    private static void community(ConfigurableApplicationContext app, int size, PersonId reader) {
        Community community = app.getBean(Founding.class)
                .found("Ideas " + size, "ideas-" + size, "UTC", "We measure what we do, and say so.", reader);
        Ideas ideas = app.getBean(Ideas.class);
        Member member = new Member(community.id(), reader);
        Idea first = ideas.publish(
                member,
                new Wording("Read the tide table over breakfast", "Because it is **useful**.\n\nAnd short.", 1, ""));
        Discussions discussions = app.getBean(Discussions.class);
        for (int i = 0; i < 100; i++)
            discussions.say(
                    member,
                    first.subject(),
                    i % 3 == 0 ? null : (long) i,
                    "Comment " + i
                            + ": we did this *last year*, and the [notes](https://example.org) are kept.\n\nTwo paragraphs of it.");
        app.getBean(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        copies(app.getBean(JdbcClient.class), community.id().value(), size));
    }

    private static void copies(JdbcClient sql, long community, int size) {
        Map<String, String> rows = Map.of(
                "idea",
                "community_id, n, person_id, title || ' ' || n, text, clause, interest, version, published_at, changed_at",
                "discussion",
                "community_id, subject_kind, n, title, comments",
                "chain_node",
                "community_id, subject_kind, n, step, thread_kind, n, label, note, path, done");
        rows.forEach((table, columns) -> sql.sql("insert into " + table + " select " + columns + " from " + table
                        + " t, generate_series(2, :size) n where t.community_id = :community"
                        + (table.equals("idea") ? "" : " and t.subject_kind = 'IDEA'")
                        + (table.equals("chain_node") ? " and t.thread_kind = 'IDEA'" : ""))
                .param("size", size)
                .param("community", community)
                .update());
        sql.sql("update community_number set last = :size where community_id = :community and kind = 'IDEA'")
                .param("size", size)
                .param("community", community)
                .update();
        sql.sql("update community_count set n = :size where community_id = :community and what = 'IDEAS'")
                .param("size", size)
                .param("community", community)
                .update();
    }

    private boolean measure(int port) {
        Load load = new Load(port);
        String reader = cookies(port, MAIL, PASSWORD, "/ideas-10000");
        String member = cookies(port, "lena@harbour.example", "harbour-light-at-dawn", "/harbour");
        String idea = new Browser(port).get("/ideas-10000/ideas/1").path();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/ideas-10000");
        pages.put("idea with 100 comments", idea);
        pages.put("list of 10,000 ideas", "/ideas-10000/ideas");
        warm(load, pages, reader);
        pages.forEach((name, path) -> {
            goal("onlooker, " + name, ratio(load, path, "", PING, 204), 0.40, true);
            goal("signed in, " + name, ratio(load, path, reader, PING, 204), 0.12, true);
        });
        anew(load, reader, idea, member);
        double few = 0;
        double many = 0;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            few += load.rate("/ideas-1000/ideas", anew(reader), 200, 1.5);
            many += load.rate("/ideas-100000/ideas", anew(reader), 200, 1.5);
        }
        goal("list of 100,000 ideas against 1,000", few / many, 1.2, false);
        return met;
    }

    private void anew(Load load, String reader, String idea, String member) {
        anew(load, "idea with 100 comments", idea, reader, 0.5);
        anew(load, "list of 10,000 ideas", "/ideas-10000/ideas", reader, 0.5);
        anew(load, "project", "/harbour/projects/2-nobody-starts-alone", member, 0.5);
        anew(load, "page of the handbook", "/harbour/handbook/people/first-fortnight", member, 0.5);
        anew(load, "decision", "/harbour/decisions/14", member, 0.5);
        anew(load, "home", "/harbour", member, 0.3);
        anew(load, "change", "/harbour/changes/6", member, 0.3);
    }

    private void anew(Load load, String name, String path, String cookies, double least) {
        load.rate(path, anew(cookies), 200, 4);
        goal("a member, " + name + ", made anew", ratio(load, path, anew(cookies), Beside.NOTHING, 200), least, true);
    }

    /** What browsers send for some seconds after a form was sent, so that they see what they did. */
    private static String anew(String cookies) {
        return cookies.strip() + "; acted=yes\r\n";
    }

    /** As a browser that has been there: from the first page on it names the community it came from. */
    private static String cookies(int port, String mail, String password, String home) {
        Browser browser = new Browser(port).signIn(mail, password).get(home);
        return "Cookie: "
                + browser.cookies().entrySet().stream()
                        .filter(cookie -> !PASSING.contains(cookie.getKey()))
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "))
                + "\r\n";
    }

    private static void warm(Load load, Map<String, String> pages, String cookies) {
        load.rate(PING, "", 204, 4);
        load.rate(Beside.NOTHING, anew(cookies), 200, 4);
        for (String path : pages.values()) {
            load.rate(path, "", 200, 3);
            load.rate(path, cookies, 200, 5);
        }
    }

    /** The rate of a page against that of one that does nothing, taken in turns so that both meet the same machine. */
    private static double ratio(Load load, String path, String headers, String beside, int status) {
        double nothing = 0;
        double page = 0;
        for (int round = 0; round < ROUNDS; round++) {
            nothing += load.rate(beside, headers, status, 1.5);
            page += load.rate(path, headers, 200, 1.5);
        }
        System.err.printf(
                Locale.ROOT, "  %s: %.0f/s beside %.0f/s doing nothing%n", path, page / ROUNDS, nothing / ROUNDS);
        return page / nothing;
    }

    private void goal(String name, double value, double goal, boolean atLeast) {
        boolean good = atLeast ? value >= goal : value <= goal;
        met &= good;
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f times (goal %s %.2f)%s%n",
                name,
                value,
                atLeast ? ">=" : "<=",
                goal,
                good ? "" : " MISSED");
    }
}
