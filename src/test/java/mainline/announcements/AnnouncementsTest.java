package mainline.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.Promise;
import mainline.ideas.Idea;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.people.Unseen;
import mainline.platform.Jobs;
import mainline.platform.Letter;
import mainline.platform.TestErrands;
import mainline.platform.TestMail;
import mainline.projects.Conveners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MainlineTest
class AnnouncementsTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AnnouncementDraft WELL =
            new AnnouncementDraft("The well is closed", "Until *Friday*. Take water from the mill.", false);
    private static final AnnouncementDraft FLOOD =
            new AnnouncementDraft("The river rises", "Stay off the bridge.", true);

    private final Announcements announcements;
    private final Decisions decisions;
    private final Conveners conveners;
    private final Efforts efforts;
    private final Chain chain;
    private final Unseen unseen;
    private final Communities communities;
    private final People people;
    private final Jobs jobs;
    private final TestErrands late;
    private final TestMail mails;
    private final TestClock clock;
    private final Village village;
    private String address = "";
    private Person rita;
    private Member reader;

    @LocalServerPort
    private int port;

    AnnouncementsTest(
            Announcements announcements,
            Decisions decisions,
            Conveners conveners,
            Efforts efforts,
            Chain chain,
            Unseen unseen,
            Communities communities,
            People people,
            Jobs jobs,
            TestErrands late,
            TestMail mails,
            TestClock clock,
            Village village) {
        this.announcements = announcements;
        this.decisions = decisions;
        this.conveners = conveners;
        this.efforts = efforts;
        this.chain = chain;
        this.unseen = unseen;
        this.communities = communities;
        this.people = people;
        this.jobs = jobs;
        this.late = late;
        this.mails = mails;
        this.clock = clock;
        this.village = village;
    }

    /** With an account and an address; the others of the village have none. */
    @BeforeEach
    void rita_joins() {
        address = "rita" + NEXT.incrementAndGet() + "@announcements.example";
        rita = people.create("Rita Reader", address, PASSWORD);
        reader = new Member(village.community.id(), rita.id());
        communities.join(reader.community(), rita.id());
        late.run();
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private String stewards() {
        return new Subject(village.community.id(), Subject.Kind.COMMUNITY, 0).key();
    }

    private int newsOf(Member member) {
        late.run();
        return unseen.of(member.person());
    }

    private List<Letter> mailed() {
        late.run();
        jobs.run("notices.mail");
        return mails.to(address);
    }

    /** Without the marks around what people wrote. */
    private static String plain(Letter letter) {
        return letter.text().replaceAll("[\u2068\u2069]", "");
    }

    private Map<String, Reason> refused(Member by, String as, AnnouncementDraft draft) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, () -> announcements.announce(by, as, draft)))
                .problems();
    }

    private Browser browser() {
        return new Browser(port).signIn(address, PASSWORD);
    }

    private String home() {
        return "/" + village.community.slug();
    }

    @Test
    void a_steward_writes_to_all_members_and_the_digest_brings_it() {
        int before = newsOf(village.ben);
        int own = newsOf(village.ada);
        Announcement made = announcements.announce(village.ada, stewards(), WELL);
        assertThat(newsOf(village.ben)).isEqualTo(before + 1);
        assertThat(newsOf(village.ada)).isEqualTo(own);
        assertThat(mailed()).as("it can wait").isEmpty();
        jobs.run("notices.digests");
        clock.advance(Duration.ofDays(1));
        jobs.run("notices.digests");
        assertThat(mails.to(address))
                .singleElement()
                .satisfies(letter -> assertThat(plain(letter))
                        .contains("The well is closed")
                        .contains("Ada Vale writes to everybody: Until Friday")
                        .contains(made.subject().path()));
    }

    @Test
    void it_stands_on_a_page_of_its_own_in_the_list_and_in_the_record() {
        Announcement made = announcements.announce(village.ada, stewards(), WELL);
        Browser onlooker = new Browser(port).get(home() + "/announcements/1");
        assertThat(onlooker.path()).isEqualTo(home() + "/" + made.path());
        assertThat(onlooker.page().select("article .prose em").text()).isEqualTo("Friday");
        assertThat(onlooker.text()).contains("Ada Vale", "for the stewards, to everybody", "Comments");
        assertThat(onlooker.get(home() + "/announcements").text()).contains("The well is closed");
        assertThat(onlooker.get(home() + "/record").text()).contains("announced to everybody: The well is closed");
        assertThat(onlooker.get(home() + "/announcements/2").status()).isEqualTo(404);
    }

    @Test
    void what_is_urgent_is_mailed_at_once_and_comes_once_in_thirty_days() {
        announcements.announce(village.ada, stewards(), WELL);
        announcements.announce(village.ada, stewards(), FLOOD);
        assertThat(mailed()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("The river rises");
            assertThat(plain(letter)).contains("Urgent. Ada Vale writes to everybody: Stay off the bridge.");
        });
        clock.advance(Duration.ofDays(29));
        assertThat(refused(village.ada, stewards(), FLOOD))
                .containsEntry("urgent", Reason.of("announce.too-soon.urgent", Instant.parse("2026-04-01T09:00:00Z")));
        clock.advance(Duration.ofDays(1));
        announcements.announce(village.ada, stewards(), FLOOD);
    }

    @Test
    void the_stewards_write_once_a_week() {
        announcements.announce(village.ada, stewards(), WELL);
        clock.advance(Duration.ofDays(6));
        assertThat(refused(village.ada, stewards(), WELL))
                .containsEntry("as", Reason.of("announce.too-soon.as", Instant.parse("2026-03-09T09:00:00Z")));
        clock.advance(Duration.ofDays(1));
        announcements.announce(village.ada, stewards(), WELL);
    }

    @Test
    void whoever_may_not_is_told_who_may_and_sees_no_form() {
        assertThat(refused(village.ben, stewards(), WELL)).containsEntry("", Reason.of("announce.not-yours"));
        Browser browser = browser().get(home() + "/announcements/new");
        assertThat(browser.text()).contains("Stewards of the whole handbook may write to everybody");
        assertThat(browser.page().select("main form")).isEmpty();
        assertThat(browser.get(home() + "/announcements").page().select("header a[href$=/announcements/new]"))
                .isEmpty();
    }

    private Subject aProjectOfRitas() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(3)));
        efforts.pledge(reader, idea.subject(), new Promise(EffortKind.DO, Hours.of(3), LocalDate.of(2026, 5, 4)));
        Subject project = chain.nodes(idea.subject()).stream()
                .map(Node::subject)
                .filter(each -> each.kind() == Subject.Kind.PROJECT)
                .findFirst()
                .orElseThrow();
        conveners.take(reader, project);
        return project;
    }

    @Test
    void a_convener_writes_to_those_who_take_part_and_shows_the_project() {
        aProjectOfRitas();
        int before = newsOf(village.ada);
        int other = newsOf(village.dov);
        Browser browser = browser().get(home() + "/announcements/new");
        assertThat(browser.page().select("input[name=urgent]")).isEmpty();
        browser.submit(home() + "/announcements", Map.of("title", "We build on Saturday", "text", "Bring a hammer."));
        assertThat(browser.text()).contains("Everybody it is for hears of it", "A bench at every corner");
        assertThat(newsOf(village.ada)).as("whose idea it was").isEqualTo(before + 1);
        assertThat(newsOf(village.dov)).isEqualTo(other);
    }

    @Test
    void what_was_typed_is_kept_when_it_is_refused_with_when_the_next_is_possible() {
        Subject project = aProjectOfRitas();
        announcements.announce(reader, project.key(), WELL);
        Browser browser = browser().get(home() + "/announcements/new");
        browser.submit(home() + "/announcements", Map.of("title", "We build on Saturday", "text", ""));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("The next one is possible from Monday, March 9, 2026");
        assertThat(browser.page().select("#f-title").val()).isEqualTo("We build on Saturday");
        assertThat(browser.page().select("#f-text-problem")).isNotEmpty();
        assertThat(refused(reader, project.key(), FLOOD))
                .containsEntry("urgent", Reason.of("announce.urgent.stewards-only"));
    }

    @Test
    void a_text_is_previewed_without_scripts() {
        aProjectOfRitas();
        Browser browser = browser().get(home() + "/announcements/new");
        String token = browser.page().select("main input[name=_csrf]").val();
        browser.post(home() + "/announcements/preview", Map.of("_csrf", token, "title", "T", "text", "**soon**"));
        assertThat(browser.page().select("main .panel strong").text()).isEqualTo("soon");
        assertThat(browser.page().select("#f-title").val()).isEqualTo("T");
    }

    private Decision aDecisionOfRitas() {
        Decision decision = decisions.open(
                reader,
                Question.of(
                        "Shall we buy a wagon?",
                        Method.LAZY_CONSENSUS,
                        clock.instant().plus(Duration.ofDays(5))));
        late.run();
        return decision;
    }

    private void passed(Decision decision) {
        clock.set(decision.ends());
        jobs.run("decisions.close");
    }

    @Test
    void whoever_asked_tells_once_what_comes_of_a_decision_that_passed() {
        Decision decision = aDecisionOfRitas();
        String key = decision.subject().key();
        assertThat(refused(reader, key, WELL)).as("still open").containsEntry("", Reason.of("announce.not-yours"));
        passed(decision);
        assertThat(browser().get(home() + "/" + decision.path()).page().select("a[href$=?as=" + key + "]"))
                .isNotEmpty();
        int before = newsOf(village.dov);
        announcements.announce(reader, key, WELL);
        assertThat(newsOf(village.dov)).isEqualTo(before + 1);
        clock.advance(Duration.ofDays(8));
        assertThat(refused(reader, key, WELL)).containsEntry("", Reason.of("announce.not-yours"));
    }

    @Test
    void an_outcome_is_news_for_thirty_days() {
        Decision decision = aDecisionOfRitas();
        passed(decision);
        clock.advance(Duration.ofDays(30));
        assertThat(refused(reader, decision.subject().key(), WELL)).containsEntry("", Reason.of("announce.not-yours"));
    }
}
