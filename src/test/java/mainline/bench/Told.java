package mainline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import mainline.Mainline;
import mainline.community.Community;
import mainline.community.Member;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.kernel.PersonId;
import mainline.mission.Founding;
import mainline.notices.Notices;
import mainline.people.People;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A vote that ten thousand members must hear of, their digests, and how long it takes to count a million notices. */
final class Told {
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int VOTES = 9;
    private static final int COUNTS = 300;
    private static final double OPENING_GOAL = 1.5;
    private static final double TOLD_GOAL = 10;
    private static final double DIGESTS_GOAL = 60;
    private static final double COUNTING_GOAL = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Decisions decisions;
    private final Notices notices;
    private final Founding founding;
    private final People people;
    private final JdbcClient db;
    private boolean met = true;

    private Told(ConfigurableApplicationContext app) {
        decisions = app.getBean(Decisions.class);
        notices = app.getBean(Notices.class);
        founding = app.getBean(Founding.class);
        people = app.getBean(People.class);
        db = app.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("mainline-bench");
        folder.toFile().setExecutable(true, false);
        boolean met;
        try (ConfigurableApplicationContext app = new SpringApplicationBuilder(Mainline.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--mainline.data=" + folder.resolve("one").toAbsolutePath(),
                        "--logging.level.root=error",
                        "--spring.main.keep-alive=false")) {
            Told bench = new Told(app);
            met = bench.measure();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(met ? 0 : 1);
    }

    private boolean measure() throws InterruptedException {
        Member few = community("few", FEW);
        Member many = community("many", MANY);
        open(few);
        open(many);
        settle();
        opening(few, many);
        settle();
        telling(many);
        digests();
        counting(few.person());
        return met;
    }

    /** With that many members, who have addresses, and its founder. */
    private Member community(String slug, int members) {
        PersonId founder =
                people.bring("Founder of " + slug, slug + "@example.org").id();
        Community community = founding.found("The " + slug, slug, "UTC", "We do what we say.", founder);
        db.sql("""
                        with fresh as (insert into person (handle, name, mail, since)
                            select :slug || n, 'Member ' || n, :slug || n || '@example.org', now()
                            from generate_series(1, :members) n returning id),
                        account as (insert into sign_in select id, 'none', now(), now() from fresh)
                        insert into membership (community_id, person_id, since) select :community, id, now() from fresh
                        """)
                .param("slug", slug)
                .param("members", members)
                .param("community", community.id().value())
                .update();
        return new Member(community.id(), founder);
    }

    private void open(Member by) {
        decisions.open(
                by, Question.of("Shall we?", Method.SHOW_OF_HANDS, Instant.now().plus(Duration.ofDays(5))));
    }

    private void opening(Member few, Member many) throws InterruptedException {
        List<Long> small = new ArrayList<>();
        List<Long> large = new ArrayList<>();
        for (int i = 0; i < VOTES; i++) {
            small.add(nanos(() -> open(few)));
            settle();
            large.add(nanos(() -> open(many)));
            settle();
        }
        double ratio = median(large) / median(small);
        System.out.printf(
                Locale.ROOT,
                "opening a vote of %d: %.1f ms, of %d: %.1f ms%n",
                FEW,
                median(small) / 1e6,
                MANY,
                median(large) / 1e6);
        figure("opening a vote of ten thousand", ratio, "times one of ten", OPENING_GOAL);
    }

    private void telling(Member many) throws InterruptedException {
        long before = count("notice");
        open(many);
        long begun = System.nanoTime();
        await(() -> count("notice") >= before + MANY);
        figure("all notices written", (System.nanoTime() - begun) / 1e9, "s", TOLD_GOAL);
    }

    private void digests() throws InterruptedException {
        settle();
        db.sql("update notice set mail_at = null, mailed_at = null").update();
        db.sql(
                        "insert into notice_digest select distinct person_id, now() from notice on conflict (person_id) do update set due = now()")
                .update();
        long begun = System.nanoTime();
        await(() -> db.sql("select not exists (select from notice_digest where due <= now())")
                .query(Boolean.class)
                .single());
        figure("a day's digests of ten thousand", (System.nanoTime() - begun) / 1e9, "s", DIGESTS_GOAL);
    }

    private void counting(PersonId person) {
        long few = db.sql("select min(person_id) from notice where person_id <> ?")
                .param(person.value())
                .query(Long.class)
                .single();
        db.sql("""
                        insert into notice (person_id, community_id, subject_kind, subject_number, whole_kind, whole_number,
                            topic, key, gaps, at)
                        select ?, 1, 'IDEA', n, 'IDEA', n, 'ideas', 'record.idea.published', '[]', now()
                        from generate_series(1, 1000000) n
                        """).param(person.value()).update();
        db.sql("analyze notice").update();
        List<Long> small = new ArrayList<>();
        List<Long> large = new ArrayList<>();
        for (int i = 0; i < COUNTS; i++) {
            small.add(nanos(() -> notices.unseen(new PersonId(few), 100)));
            large.add(nanos(() -> notices.unseen(person, 100)));
        }
        System.out.printf(
                Locale.ROOT,
                "counting what is unseen of a few: %.2f ms, of a million: %.2f ms%n",
                median(small) / 1e6,
                median(large) / 1e6);
        figure("counting a million", median(large) / median(small), "times a few", COUNTING_GOAL);
    }

    /** Until nothing waits to be told; the ten thousand letters that a vote makes are written afterwards, and not waited for. */
    private void settle() throws InterruptedException {
        await(() -> db.sql("select not exists (select from scheduled_tasks where task_name = 'errand.notices')")
                .query(Boolean.class)
                .single());
        db.sql("update notice set mail_at = null where mail_at is not null").update();
    }

    private long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void figure(String name, double value, String unit, double goal) {
        System.out.printf(Locale.ROOT, "%s: %.2f %s (goal %.1f at most)%n", name, value, unit, goal);
        met &= value <= goal;
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("not done in " + PATIENCE);
            Thread.sleep(20);
        }
    }

    private static long nanos(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    private static double median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
