package mainline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.community.Audience;
import mainline.community.Notice;
import mainline.community.Topic;
import mainline.community.Why;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.platform.Letter;
import mainline.platform.TestErrands;
import mainline.platform.TestMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@MainlineTest
class NoticesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Notices notices;
    private final Mailing mailing;
    private final WayChoice ways;
    private final People people;
    private final TestMail mails;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Spreading spreading;
    private final TestErrands late;
    private final JsonMapper json;
    private final Village village;
    private final JdbcClient db;
    private String mail = "";
    private PersonId reader = new PersonId(0);

    @LocalServerPort
    private int port;

    NoticesTest(
            Notices notices,
            Mailing mailing,
            WayChoice ways,
            People people,
            TestMail mails,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Spreading spreading,
            TestErrands late,
            JsonMapper json,
            JdbcClient db,
            Village village) {
        this.notices = notices;
        this.mailing = mailing;
        this.ways = ways;
        this.people = people;
        this.mails = mails;
        this.transaction = transaction;
        this.events = events;
        this.spreading = spreading;
        this.late = late;
        this.json = json;
        this.db = db;
        this.village = village;
    }

    @BeforeEach
    void a_reader() {
        db.sql("delete from rate_limit").update();
        mail = "reader" + NEXT.incrementAndGet() + "@example.org";
        reader = people.create("Rita Reader", mail, PASSWORD).id();
    }

    private Notice notice(String name) {
        return Notice.asked(reader, idea(7), Reason.of("look.reference", name));
    }

    private Subject idea(long number) {
        return new Subject(village.community.id(), Subject.Kind.IDEA, number);
    }

    private void tell(Notice... all) {
        transaction.executeWithoutResult(status -> {
            for (Notice each : all) events.publishEvent(each);
        });
    }

    private List<Letter> mailed() {
        mailing.mailAll();
        return mails.to(mail);
    }

    @Test
    void a_notice_is_kept_and_mailed_with_a_link_to_what_it_is_about() {
        tell(notice("the bench"));
        assertThat(notices.of(reader, 0, 9).items())
                .singleElement()
                .satisfies(told -> assertThat(told.text()).isEqualTo(Reason.of("look.reference", "the bench")));
        assertThat(mailed()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("If you report this, mention the bench.");
            assertThat(letter.text())
                    .contains("/" + village.community.slug() + "/ideas/7")
                    .contains("/me/notices");
        });
    }

    @Test
    void a_notice_of_an_act_that_failed_is_never_told() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(notice("nothing"));
            status.setRollbackOnly();
        });
        assertThat(notices.of(reader, 0, 9).items()).isEmpty();
        assertThat(mailed()).isEmpty();
    }

    @Test
    void one_act_tells_a_person_the_same_thing_once() {
        tell(notice("a"), notice("b"), Notice.asked(reader, idea(8), Reason.of("look.reference", "c")));
        assertThat(notices.of(reader, 0, 9).items()).hasSize(2);
        tell(notice("a"));
        assertThat(notices.of(reader, 0, 9).items()).hasSize(3);
        assertThat(mailed()).as("one about each thing").hasSize(2);
    }

    @Test
    void of_two_reasons_to_tell_a_few_the_weightier_counts() {
        Notice answered = Notice.answered(reader, idea(7), Reason.of("look.reference", "done"));
        Notice asked = Notice.asked(reader, idea(7), Reason.of("look.sample", "do"));
        tell(answered, asked);
        tell(asked, answered);
        assertThat(notices.of(reader, 0, 9).items()).extracting(Told::why).containsExactly(Why.ASKED, Why.ASKED);
    }

    private Notice toMembers(String name) {
        return Notice.bound(new Audience.Members(village.ada.person()), idea(7), Reason.of("look.reference", name));
    }

    private long told(String name) {
        return db.sql("select count(*) from notice where community_id = ? and gaps ->> 0 = ?")
                .params(village.community.id().value(), name)
                .query(Long.class)
                .single();
    }

    private void join(long from, long to) {
        db.sql(
                        "insert into membership (community_id, person_id, since) select ?, n, now() from generate_series(?, ?) n")
                .params(village.community.id().value(), from, to)
                .update();
    }

    private long members() {
        return db.sql("select count(*) from membership where community_id = ?")
                .param(village.community.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void a_few_are_told_with_the_act() {
        tell(Notice.asked(
                new Audience.Some(List.of(reader, village.ben.person())), idea(7), Reason.of("look.reference", "few")));
        assertThat(told("few")).isEqualTo(2);
    }

    @Test
    void all_members_but_whoever_did_it_are_told_a_little_later() {
        tell(toMembers("all"));
        assertThat(told("all")).isZero();
        late.run();
        assertThat(told("all")).isEqualTo(members() - 1);
        assertThat(notices.of(village.ada.person(), 0, 99).items())
                .noneMatch(each -> each.text().equals(Reason.of("look.reference", "all")));
    }

    @Test
    void an_act_that_failed_tells_no_members() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(toMembers("none"));
            status.setRollbackOnly();
        });
        late.run();
        assertThat(told("none")).isZero();
    }

    @Test
    void a_great_many_are_told_in_portions_each_once_however_often_a_portion_is_begun() {
        long many = 7_000_000_000L;
        join(reader.value(), reader.value());
        join(many, many + 2 * Spreading.PORTION);
        tell(toMembers("many"));
        Spread first = waiting().getFirst();
        spreading.run(first, 1);
        assertThat(told("many")).isLessThanOrEqualTo(Spreading.PORTION);
        spreading.run(first, 2);
        assertThat(waiting()).as("the first and the next portion").hasSize(2);
        late.run();
        spreading.run(first, 3);
        late.run();
        assertThat(mailed()).as("what holds for all comes in the digest").isEmpty();
        assertThat(told("many")).isEqualTo(members() - 1);
        db.sql("delete from membership where person_id >= ?").param(many).update();
    }

    @Test
    void what_holds_for_all_and_is_urgent_is_mailed_by_itself() {
        join(reader.value(), reader.value());
        tell(Notice.urgent(
                new Audience.Members(village.ada.person()), idea(7), Reason.of("look.reference", "the flood")));
        late.run();
        assertThat(mailed())
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("it holds for you as a member"));
    }

    private List<Spread> waiting() {
        return db
                .sql("select task_data from scheduled_tasks where task_name = 'errand.notices' order by execution_time")
                .query((row, number) -> json.readValue(row.getBytes(1), Spread.class))
                .stream()
                .filter(each -> each.key().equals("look.reference"))
                .filter(each -> each.community() == village.community.id().value())
                .toList();
    }

    @Test
    void the_errand_to_tell_many_is_read_as_the_first_release_wrote_it() {
        String frozen = """
                {"to":"roll","of":"DECISION-3","but":4,"community":5,"subject":"DECISION-3","topic":"decisions",
                 "key":"decision.told.ends","gaps":[{"key":"consent.told.again","gaps":["A bike"]},{"at":"2026-03-02T09:00:00Z"}],
                 "at":"2026-03-01T09:00:00Z","act":"987","after":12}
                """;
        Spread read = json.readValue(frozen, Spread.class);
        CommunityId community = new CommunityId(5);
        Subject decision = new Subject(community, Subject.Kind.DECISION, 3);
        Instant end = Instant.parse("2026-03-02T09:00:00Z");
        assertThat(read.notice())
                .isEqualTo(new Notice(
                        new Audience.Roll(decision, new PersonId(4)),
                        Why.BOUND,
                        decision,
                        Topic.DECISIONS,
                        Reason.of("decision.told.ends", Reason.of("consent.told.again", "A bike"), end)));
        assertThat(read.after()).isEqualTo(12);
        assertThat(read.following()).isEmpty();
        assertThat(Spread.of(List.of(read.notice()), "987", Instant.parse(read.at()))
                        .after(new PersonId(12), 12)
                        .notice())
                .isEqualTo(read.notice());
    }

    @Test
    void who_wants_no_mail_gets_none_and_reads_it_on_the_page() {
        ways.choose(reader, Ways.USUAL.mailing(false, Ways.Digest.NEVER));
        tell(notice("quiet"));
        assertThat(mailed()).isEmpty();
        assertThat(notices.unseen(reader, 10)).isOne();
    }

    @Test
    void a_person_who_never_signed_up_is_not_written_to() {
        tell(Notice.asked(village.ben.person(), idea(7), Reason.of("look.reference", "x")));
        assertThat(notices.of(village.ben.person(), 0, 9).items()).hasSize(1);
        assertThat(db.sql("select count(*) from outgoing_mail where recipient like 'ben%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void mail_speaks_the_readers_language_and_the_communitys_clock() {
        ways.choose(reader, Ways.USUAL.speaking(Locale.of("es")));
        Instant summer = Instant.parse("2026-07-01T10:00:00Z");
        tell(Notice.asked(reader, idea(7), Reason.of("look.reference", Reason.of("look.reference", summer))));
        assertThat(mailed().getLast().subject())
                .contains("miércoles, 1 de julio de 2026")
                .contains("12:00 UTC+2");
        assertThat(new Browser(port)
                        .signIn(mail, PASSWORD)
                        .get("/me/notices")
                        .page()
                        .select(".moment .exact")
                        .text())
                .contains("Wednesday, July 1, 2026, 12:00 PM UTC+2");
        assertThat(mailed().getLast().text()).contains("porque se espera tu respuesta");
    }

    @Test
    void the_page_shows_the_newest_first_and_marks_what_was_seen() {
        Browser browser = new Browser(port).signIn(mail, PASSWORD).get("/me/notices");
        assertThat(browser.text()).contains("Nothing yet");
        tell(notice("the first"));
        tell(Notice.asked(reader, idea(8), Reason.of("look.reference", "<b>the second</b>")));
        browser.get("/me/notices");
        assertThat(browser.page().select(".bundle"))
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row.text()).contains("<b>the second</b>"));
        assertThat(browser.page().select(".unseen").text()).isEqualTo("2");
        tell(notice("the third"));
        browser.submit("/me/notices/seen", Map.of("thing", ""));
        assertThat(notices.unseen(reader, 9))
                .as("what came after the page was read stays new")
                .isOne();
        long id = notices.of(reader, 0, 9).items().getFirst().id();
        assertThat(browser.ask("/me/notices/" + id).header("Location"))
                .isEqualTo("/" + village.community.slug() + "/ideas/7");
        assertThat(notices.unseen(reader, 9)).isZero();
    }

    @Test
    void nobody_opens_anothers_notices() {
        tell(notice("private"));
        long id = notices.of(reader, 0, 9).items().getFirst().id();
        assertThatThrownBy(() -> notices.open(village.ben.person(), id)).isInstanceOf(mainline.kernel.Missing.class);
        assertThat(new Browser(port).get("/me/notices").path()).startsWith("/sign-in");
    }

    @Test
    void a_long_list_is_read_page_by_page() {
        for (int i = 0; i < 35; i++) tell(notice("number " + i));
        Browser browser = new Browser(port).signIn(mail, PASSWORD).get("/me/notices");
        assertThat(browser.page().select(".bundle"))
                .singleElement()
                .satisfies(
                        bundle -> assertThat(bundle.text()).contains("35 times").contains("number 34"));
        notices.see(reader, Long.MAX_VALUE);
        browser.get("/me/notices");
        assertThat(browser.page().select(".rows li")).hasSize(30);
        browser.get(browser.page().select("a[rel=next]").attr("href"));
        assertThat(browser.page().select(".rows li")).hasSize(5);
    }
}
