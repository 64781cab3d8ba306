package mainline.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import mainline.Mainline;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Channel;
import mainline.platform.Movement;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Five hundred open pages on one server hear what is done on another, on one database; what they cost, and what telling costs. */
final class Live {
    private static final int PEOPLE = 50;
    private static final int PAGES_EACH = 10;
    private static final int ACTS = 100;
    private static final long BETWEEN_ACTS_MILLIS = 150;
    private static final double ARRIVAL_GOAL = 1;
    private static final int HEAP_GOAL = 200;
    private static final double TELLING_GOAL = 0.8;
    private static final int ACTORS = 16;
    private static final int ROUND_SECONDS = 4;
    private static final int ROUNDS = 3;

    private final ConfigurableApplicationContext one;
    private final ConfigurableApplicationContext two;

    private Live(ConfigurableApplicationContext one, ConfigurableApplicationContext two) {
        this.one = one;
        this.two = two;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("mainline-bench");
        folder.toFile().setExecutable(true, false);
        boolean met;
        try (ConfigurableApplicationContext one = server(WebApplicationType.SERVLET, folder.resolve("one"))) {
            HikariDataSource database = one.getBean(HikariDataSource.class);
            try (ConfigurableApplicationContext two = server(
                    WebApplicationType.NONE,
                    folder.resolve("two"),
                    "--mainline.database.url=" + database.getJdbcUrl(),
                    "--mainline.database.username=" + database.getUsername(),
                    "--mainline.database.password=" + database.getPassword())) {
                Live bench = new Live(one, two);
                met = bench.arrivals() & bench.telling();
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(met ? 0 : 1);
    }

    private static ConfigurableApplicationContext server(WebApplicationType type, Path data, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--mainline.data=" + data.toAbsolutePath(),
                "--mainline.jobs=false",
                "--server.port=0",
                "--logging.level.root=error",
                "--spring.main.keep-alive=false"));
        settings.addAll(List.of(more));
        return new SpringApplicationBuilder(Mainline.class).web(type).run(settings.toArray(String[]::new));
    }

    private boolean arrivals() throws Exception {
        Person founder = one.getBean(People.class).bring("Founder", "founder@example.org");
        Community community =
                one.getBean(Founding.class).found("Listeners", "listeners", "UTC", "We hear of it.", founder.id());
        Member author = new Member(community.id(), founder.id());
        Idea idea = one.getBean(Ideas.class).publish(author, new Wording("A bench", "To sit on.", 1, ""));
        List<String> cookies = sessions(community);
        int port = Integer.parseInt(one.getEnvironment().getRequiredProperty("local.server.port"));
        String path = "/listeners/live?about=" + idea.subject().key();
        try (Ears ears = new Ears(port, path)) {
            // The first of them find much that is made once.
            for (String cookie : cookies) ears.open(cookie);
            ears.awaitOpen();
            long heapBefore = heap();
            int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
            for (String cookie : cookies) for (int i = 1; i < PAGES_EACH; i++) ears.open(cookie);
            ears.awaitOpen();
            long perPage = (heap() - heapBefore) / (ears.count() - cookies.size()) / 1024;
            int threads = ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore;
            Discussions discussions = two.getBean(Discussions.class);
            for (int i = 0; i < ACTS; i++) {
                ears.expect();
                discussions.say(author, idea.subject(), null, "Answer " + i);
                Thread.sleep(BETWEEN_ACTS_MILLIS);
            }
            List<Double> seconds = ears.arrivals(ACTS);
            System.out.printf("open pages: %d, messages that arrived: %d%n", ears.count(), seconds.size());
            System.out.printf("threads of the system for them: %d%n", threads);
            return report("messages lost", (double) ears.count() * ACTS - seconds.size(), "", 0, false)
                    & report("half arrive within", seconds.get(seconds.size() / 2), "s", ARRIVAL_GOAL, false)
                    & report("95 % arrive within", seconds.get(seconds.size() * 95 / 100), "s", ARRIVAL_GOAL, false)
                    & report("memory of an open page, this end's included", perPage, "kB", HEAP_GOAL, false);
        }
    }

    /** Signs them in without hashing a hundred passwords. */
    private List<String> sessions(Community community) {
        List<String> cookies = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            Person person = one.getBean(People.class).bring("Listener " + n, "listener" + n + "@example.org");
            one.getBean(Communities.class).join(community.id(), person.id());
            String key = "%043d".formatted(n);
            one.getBean(JdbcClient.class)
                    .sql("""
                            insert into session (person_id, key_hash, created, seen, expires, agent, network)
                            values (?, sha256(?::bytea), now(), now(), now() + interval '1 day', '', '')
                            """)
                    .params(person.id().value(), key)
                    .update();
            cookies.add("session=" + key);
        }
        return cookies;
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The least an act can be: one row, on a database that waits for its disk; told to others, and not. */
    private boolean telling() throws InterruptedException {
        one.getBean(JdbcClient.class)
                .sql("create table bench_act (id bigserial primary key)")
                .update();
        acts(false);
        acts(true);
        double silent = 0;
        double told = 0;
        for (int round = 0; round < ROUNDS; round++) {
            silent += acts(false) / ROUNDS;
            told += acts(true) / ROUNDS;
        }
        System.out.printf(Locale.ROOT, "smallest acts: %.0f a second told, %.0f untold%n", told, silent);
        return report("told against untold", told / silent, "", TELLING_GOAL, true);
    }

    private double acts(boolean told) throws InterruptedException {
        TransactionTemplate act = one.getBean(TransactionTemplate.class);
        JdbcClient db = one.getBean(JdbcClient.class);
        Channel channel = one.getBean(Channel.class);
        Subject subject = new Subject(new CommunityId(1), Subject.Kind.IDEA, 999_999);
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + ROUND_SECONDS * 1_000_000_000L;
        try (ExecutorService actors = Executors.newFixedThreadPool(ACTORS)) {
            for (int i = 0; i < ACTORS; i++)
                actors.submit(() -> {
                    while (System.nanoTime() < end) {
                        act.executeWithoutResult(each -> {
                            db.sql("insert into bench_act default values").update();
                            if (told) channel.tell(new Movement(subject, "idea.edited"));
                        });
                        done.incrementAndGet();
                    }
                });
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static boolean report(String figure, double value, String unit, double goal, boolean atLeast) {
        System.out.printf(
                Locale.ROOT, "%s: %.3f %s (goal: at %s %s)%n", figure, value, unit, atLeast ? "least" : "most", goal);
        return atLeast ? value >= goal : value <= goal;
    }
}
