package mainline.notices;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import mainline.Mainline;
import mainline.community.Community;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.kernel.PersonId;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.TestDatabase;
import mainline.platform.TestPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An act tells everybody once, also with real processes on one database that are killed at what they do. */
@Tag("slow")
class KilledTest {
    private static final int MEMBERS = 600;
    /** One in so many wants nothing mailed by itself, and hears of it in the digest. */
    private static final int QUIET = 4;
    /** Each kill ends at most so many letters between the mail server's word and ours. */
    private static final int LETTERS_AT_ONCE = 4;

    private static final String QUESTION = "Shall we dredge the harbour?";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final String database = TestDatabase.newUrl();
    private final GreenMail mails =
            new GreenMail(new ServerSetup(TestPorts.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private Path folder;

    private List<Worker> workers = List.of();
    private ConfigurableApplicationContext opener;
    private JdbcClient db;
    private Killing killing;

    @BeforeEach
    void two_processes_run_on_one_database() throws Exception {
        TestDatabase.renew(database);
        mails.start();
        workers = List.of(worker("one"), worker("two"));
        for (Worker worker : workers) worker.start();
        // It does no errands.
        opener = new SpringApplicationBuilder(Mainline.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--mainline.data=" + folder.resolve("opener"),
                        "--mainline.database.url=" + database + "?options=-c%20statement_timeout=30s",
                        "--mainline.database.username=" + TestDatabase.username(),
                        "--mainline.database.password=" + TestDatabase.password(),
                        "--mainline.serving=false",
                        "--spring.main.keep-alive=false");
        db = opener.getBean(JdbcClient.class);
        killing = new Killing(database, db, workers);
        workers.forEach(Worker::awaitAnswer);
    }

    private Worker worker(String name) {
        return new Worker(
                name, folder, database, mails.getSmtp().getServerSetup().getPort());
    }

    @AfterEach
    void all_end() throws InterruptedException {
        for (Worker worker : workers) worker.close();
        if (opener != null) opener.close();
        mails.stop();
    }

    @Test
    void everybody_hears_once_of_an_act_whoever_is_killed_meanwhile() throws Exception {
        Decision decision = aVoteIsOpenedAtNight();
        killing.atWhatTells();
        killing.afterTelling();
        await(() -> isNone("scheduled_tasks where task_name = 'errand.notices'"));
        killing.atWhatWritesLetters(this::nightEnds);
        killing.afterSending();
        await(() -> isNone("notice where mail_at is not null"));
        killing.atWhatWritesLetters(this::digestsAreDue);
        await(() -> isNone("notice_digest")
                && isNone("outgoing_mail")
                && isNone("scheduled_tasks where task_name like 'errand.%'"));

        everybodyOnTheRollWasAskedOnce(decision);
        everybodyGotOneLetter();
        assertThat(isNone("errand_failure")).as("nothing failed for good").isTrue();
    }

    private Decision aVoteIsOpenedAtNight() {
        Member founder = theHarbour();
        return opener.getBean(Decisions.class)
                .open(
                        founder,
                        Question.of(
                                QUESTION, Method.SHOW_OF_HANDS, Instant.now().plus(Duration.ofDays(5))));
    }

    private void nightEnds() {
        // At once: nobody is to be mailed before this is done.
        db.sql("""
                with day as (update notice_ways set quiet_from = 0, quiet_until = 0)
                update notice set mail_at = now() where mail_at is not null
                """).update();
    }

    private void digestsAreDue() {
        db.sql("update notice_digest set due = now()").update();
    }

    /** Its founder, and members who have quiet hours now. */
    private Member theHarbour() {
        PersonId founder = opener.getBean(People.class)
                .bring("Amara Diallo", "amara@harbour.example")
                .id();
        Community harbour =
                opener.getBean(Founding.class).found("The harbour", "harbour", "UTC", "We do what we say.", founder);
        await(() -> isNone("scheduled_tasks where task_name = 'errand.notices'"));
        db.sql("""
                        with fresh as (insert into person (handle, name, mail, since)
                            select 'member' || n, 'Member ' || n, 'member' || n || '@example.org', now()
                            from generate_series(1, :members) n returning id),
                        account as (insert into sign_in select id, 'none', now(), now() from fresh),
                        ways as (insert into notice_ways (person_id, mails, language, since, hour, quiet_from, quiet_until)
                            select id, id % :quiet <> 0, 'en', now(), (now + 12) % 24, (now + 22) % 24, (now + 3) % 24
                            from fresh, extract(hour from now() at time zone 'UTC') as now)
                        insert into membership (community_id, person_id, since) select :community, id, now() from fresh
                        """)
                .param("members", MEMBERS)
                .param("quiet", QUIET)
                .param("community", harbour.id().value())
                .update();
        return new Member(harbour.id(), founder);
    }

    private void everybodyOnTheRollWasAskedOnce(Decision decision) {
        List<Integer> times = db.sql("""
                        select count(n.id) from membership m left join notice n on n.person_id = m.person_id
                            and n.community_id = m.community_id and n.whole_kind = 'DECISION' and n.whole_number = :number
                        where m.community_id = :community and m.person_id <> :founder group by m.person_id
                        """)
                .param("number", decision.subject().number())
                .param("community", decision.subject().community().value())
                .param("founder", decision.by().value())
                .query(Integer.class)
                .list();
        assertThat(times).hasSize(MEMBERS).containsOnly(1);
        assertThat(db.sql("select distinct why from notice where whole_kind = 'DECISION' and person_id <> ?")
                        .param(decision.by().value())
                        .query(String.class)
                        .list())
                .containsExactly("asked");
        assertThat(db.sql("select told from decision where number = ?")
                        .param(decision.subject().number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(MEMBERS);
    }

    /** A letter that came again has the name of the first. */
    private void everybodyGotOneLetter() {
        Map<String, List<String>> names = Arrays.stream(mails.getReceivedMessages())
                .collect(groupingBy(
                        mail -> header(mail, "To") + ": " + subject(mail),
                        mapping(mail -> header(mail, "Message-ID"), toList())));
        names.forEach((letter, ids) -> assertThat(new HashSet<>(ids)).as(letter).hasSize(1));
        assertThat(names.keySet()).hasSize(MEMBERS).containsExactlyInAnyOrderElementsOf(letters());
        long again = names.values().stream().mapToLong(ids -> ids.size() - 1).sum();
        assertThat(again).as("letters that came again").isLessThanOrEqualTo(killing.times() * LETTERS_AT_ONCE);
    }

    private List<String> letters() {
        return db.sql("""
                        select p.mail || ': ' || case when w.mails then :question else 'What is new in The harbour' end
                        from person p join notice_ways w on w.person_id = p.id
                        """).param("question", QUESTION).query(String.class).list();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(Message mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isNone(String rows) {
        return db.sql("select not exists (select from " + rows + ")")
                .query(Boolean.class)
                .single();
    }

    private void await(BooleanSupplier done) {
        org.awaitility.Awaitility.await().atMost(PATIENCE).until(() -> {
            killing.waitNoLonger();
            return done.getAsBoolean();
        });
    }
}
