package mainline.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.discussion.Discussions;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.NeededHours;
import mainline.effort.Promise;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.platform.Letter;
import mainline.platform.TestErrands;
import mainline.platform.TestMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month of a community of a hundred, with the real services: what it hears, and how much mail that makes. */
@MainlineTest
@Tag("slow")
class MonthTest {
    private static final int MEMBERS = 100;
    private static final int DAYS = 30;
    private static final Duration TURN = Duration.ofHours(3);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final LocalDate IN_MAY = LocalDate.of(2026, 5, 4);

    private final Mailing mailing;
    private final Digests digests;
    private final WayChoice ways;
    private final Ideas ideas;
    private final Discussions discussions;
    private final Efforts efforts;
    private final Decisions decisions;
    private final Communities communities;
    private final TestErrands late;
    private final TestMail mails;
    private final TestClock clock;
    private final JdbcClient db;
    private final Village village;

    private final Random chance = new Random(7);
    private final List<Member> members = new ArrayList<>();
    private final Map<PersonId, String> addresses = new HashMap<>();
    private final Map<PersonId, List<Letter>> received = new HashMap<>();
    private final List<Idea> open = new ArrayList<>();
    private int asked;

    MonthTest(
            Mailing mailing,
            Digests digests,
            WayChoice ways,
            Ideas ideas,
            Discussions discussions,
            Efforts efforts,
            Decisions decisions,
            Communities communities,
            TestErrands late,
            TestMail mails,
            TestClock clock,
            JdbcClient db,
            Village village) {
        this.mailing = mailing;
        this.digests = digests;
        this.ways = ways;
        this.ideas = ideas;
        this.discussions = discussions;
        this.efforts = efforts;
        this.decisions = decisions;
        this.communities = communities;
        this.late = late;
        this.mails = mails;
        this.clock = clock;
        this.db = db;
        this.village = village;
    }

    @BeforeEach
    void a_hundred_join() {
        db.sql("delete from outgoing_mail").update();
        String slug = village.community.slug();
        List<Long> people = db.sql("""
                        insert into person (handle, name, mail, since)
                        select :slug || '-m' || n, 'Member ' || n, :slug || '-m' || n || '@example.org', now()
                        from generate_series(1, :members) n returning id
                        """)
                .param("slug", slug)
                .param("members", MEMBERS)
                .query(Long.class)
                .list();
        db.sql("insert into sign_in select unnest(?::bigint[]), 'none', now(), now()")
                .param(people.toArray(Long[]::new))
                .update();
        for (int n = 0; n < people.size(); n++) {
            PersonId person = new PersonId(people.get(n));
            communities.join(village.community.id(), person);
            members.add(new Member(village.community.id(), person));
            addresses.put(person, slug + "-m" + (n + 1) + "@example.org");
            // One in ten wants no mail at all.
            if (n % 10 == 0) ways.choose(person, Ways.USUAL.mailing(false, Ways.Digest.NEVER));
        }
        // What a fresh community's many newcomers set off is not a usual month.
        late.run();
        db.sql("update notice set seen_at = ?")
                .param(java.sql.Timestamp.from(clock.instant()))
                .update();
        db.sql("delete from notice_digest").update();
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private Member somebody() {
        return members.get(chance.nextInt(members.size()));
    }

    /** As in a lively association: some forty acts a week, a vote each week. */
    private void live(int turn) {
        if (chance.nextInt(10) == 0) {
            Wording wording = new Wording("Idea of turn " + turn, "People who can sit down go out more.", 1, "");
            open.add(ideas.publish(somebody(), wording, new NeededHours(Map.of(EffortKind.DO, Hours.of(9)))));
        }
        if (!open.isEmpty() && chance.nextInt(2) == 0) {
            Idea idea = open.get(chance.nextInt(open.size()));
            discussions.say(somebody(), idea.subject(), null, "A word of turn " + turn);
        }
        if (!open.isEmpty() && chance.nextInt(8) == 0) {
            Idea idea = open.get(chance.nextInt(open.size()));
            try {
                efforts.pledge(somebody(), idea.subject(), new Promise(EffortKind.DO, Hours.of(2), IN_MAY));
            } catch (Refused full) {
                open.remove(idea);
            }
        }
        if (turn % 56 == 3) {
            Decision decision = decisions.open(
                    somebody(),
                    Question.of(
                            "Question of turn " + turn,
                            Method.SHOW_OF_HANDS,
                            clock.instant().plus(Duration.ofDays(4))));
            asked += decision.eligible() - 1;
        }
    }

    private void deliver() {
        late.run();
        mailing.mailAll();
        digests.mailAll();
        for (Member member : members)
            received.computeIfAbsent(member.person(), person -> new ArrayList<>())
                    .addAll(mails.to(addresses.get(member.person())));
        db.sql("delete from outgoing_mail").update();
    }

    @Test
    void everybody_is_asked_within_a_minute_and_gets_little_mail() {
        int turns = (int) (DAYS * 24 / TURN.toHours());
        for (int turn = 0; turn < turns; turn++) {
            live(turn);
            clock.advance(MINUTE);
            deliver();
            assertThat(untold()).as("all was told within the minute").isZero();
            clock.advance(TURN.minus(MINUTE));
            deliver();
        }
        assertThat(asked).isPositive();
        assertThat(db.sql(
                                "select count(*) from notice where community_id = ? and key = 'decision.told.ends' and why = 'asked'")
                        .param(village.community.id().value())
                        .query(Integer.class)
                        .single())
                .as("everybody on each roll, without those who have no address but a page")
                .isEqualTo(asked);
        double a_day = received.values().stream().mapToInt(List::size).sum() / (double) (MEMBERS * DAYS);
        assertThat(a_day).isGreaterThan(0.1).isLessThanOrEqualTo(1);
        for (int n = 0; n < members.size(); n += 10)
            assertThat(received.get(members.get(n).person())).isEmpty();
        nothing_came_twice();
    }

    private int untold() {
        return db.sql("select count(*) from scheduled_tasks where task_name = 'errand.notices' and execution_time <= ?")
                .param(java.sql.Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Each vote and each comment has words of its own. */
    private void nothing_came_twice() {
        received.forEach((person, letters) -> {
            Set<String> seen = new HashSet<>();
            for (Letter letter : letters)
                letter.text()
                        .lines()
                        .flatMap(line -> java.util.regex.Pattern.compile("A word of turn \\d+")
                                .matcher(line)
                                .results())
                        .map(java.util.regex.MatchResult::group)
                        .distinct()
                        .forEach(word -> assertThat(seen.add(word))
                                .as(word + " for " + person)
                                .isTrue());
        });
        assertThat(db.sql("""
                        select count(*) from (select from notice where community_id = ?
                            group by person_id, act, whole_kind, whole_number, why having count(*) > 1) as twice
                        """)
                        .param(village.community.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void two_processes_and_lost_connections_mail_each_thing_once() throws Exception {
        for (int i = 0; i < 3; i++)
            decisions.open(
                    members.getFirst(),
                    Question.of(
                            "Question " + i,
                            Method.SHOW_OF_HANDS,
                            clock.instant().plus(Duration.ofDays(4))));
        late.run();
        try (ExecutorService processes = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = List.of(
                    processes.submit(this::mailUntilDone),
                    processes.submit(this::mailUntilDone),
                    processes.submit(this::cutConnections));
            for (Future<?> each : running) each.get();
        }
        for (Member member : members) {
            boolean wants = ways.of(member.person()).mails() && !member.equals(members.getFirst());
            assertThat(mails.to(addresses.get(member.person())))
                    .as(addresses.get(member.person()))
                    .hasSize(wants ? 3 : 0);
        }
    }

    private void mailUntilDone() {
        while (waiting() > 0) {
            try {
                mailing.mailAll();
            } catch (org.springframework.dao.DataAccessException
                    | org.springframework.transaction.TransactionException cut) {
                // As when the process had died: what it was at is undone.
            }
        }
    }

    private int waiting() {
        try {
            return db.sql("select count(*) from notice where mail_at <= ?")
                    .param(java.sql.Timestamp.from(clock.instant()))
                    .query(Integer.class)
                    .single();
        } catch (org.springframework.dao.DataAccessException cut) {
            return 1;
        }
    }

    private void cutConnections() {
        for (int i = 0; i < 6; i++) {
            try {
                Thread.sleep(30);
                db.sql("""
                                select pg_terminate_backend(pid) from pg_stat_activity
                                where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'
                                """).query(Boolean.class).list();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (org.springframework.dao.DataAccessException cut) {
                // One of the others cut this one's.
            }
        }
    }
}
