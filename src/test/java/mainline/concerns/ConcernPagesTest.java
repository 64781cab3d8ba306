package mainline.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Jobs;
import mainline.platform.TestMail;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MainlineTest
class ConcernPagesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Communities communities;
    private final Decisions decisions;
    private final Jobs jobs;
    private final TestClock clock;
    private final TestMail mails;
    private final JdbcClient db;
    private final Village village;

    @LocalServerPort
    private int port;

    ConcernPagesTest(
            People people,
            Communities communities,
            Decisions decisions,
            Jobs jobs,
            TestClock clock,
            TestMail mails,
            JdbcClient db,
            Village village) {
        this.people = people;
        this.communities = communities;
        this.decisions = decisions;
        this.jobs = jobs;
        this.clock = clock;
        this.mails = mails;
        this.db = db;
        clock.reset();
        this.village = village;
    }

    @BeforeEach
    void nobody_has_tried_too_often() {
        db.sql("delete from rate_limit").update();
    }

    private Person someone(String name) {
        String mail = "person" + NEXT.incrementAndGet() + "@pages.example.org";
        Person person = people.create(name, mail, PASSWORD);
        communities.join(village.community.id(), person.id());
        return person;
    }

    private Browser browser(Person person) {
        return new Browser(port).signIn(people.mail(person.id()).orElseThrow(), PASSWORD);
    }

    private String at(Decision decision, String below) {
        return "/" + village.community.slug() + "/" + decision.path() + below;
    }

    private Decision open(Person asker, Method method, Duration window) {
        Question question =
                Question.of("We meet on Thursdays", method, clock.instant().plus(window));
        if (method == Method.CONSENT) question = question.reviewedOn(java.time.LocalDate.of(2026, 5, 1));
        return decisions.open(new Member(village.community.id(), asker.id()), question);
    }

    @Test
    void a_concern_is_raised_answered_and_stands_without_scripts() {
        Person ute = someone("Ute Asker");
        Person rob = someone("Rob Raiser");
        clock.advance(Duration.ofDays(2));
        Decision decision = open(ute, Method.LAZY_CONSENSUS, Duration.ofHours(72));

        Browser rs = browser(rob).get(at(decision, ""));
        assertThat(rs.text()).contains("Nobody has a concern");
        rs.submit(at(decision, "/concerns"), Map.of("clause", "soon"));
        assertThat(rs.status()).isEqualTo(422);
        assertThat(rs.text()).contains("Write the number of a part");
        rs.get(at(decision, "")).submit(at(decision, "/concerns"), Map.of("harm", ""));
        assertNamed(rs, "What would be harmed? Say what", "f-harm");
        rs.submit(at(decision, "/concerns"), Map.of("harm", "<b>Choir</b> is then.", "clause", "M1"));
        assertThat(rs.text())
                .contains("Your concern is raised", "is then.", "Part M1 of our mission speaks against it", "waits");
        jobs.run("notices.mail");
        assertThat(mails.lastTo(people.mail(ute.id()).orElseThrow()).text()).contains("raised a concern");

        Browser us = browser(ute).get(at(decision, ""));
        us.submit(at(decision, "/concerns/1/answers"), Map.of("text", ""));
        assertThat(us.status()).isEqualTo(422);
        assertThat(us.page().select("details[open] textarea[name=text]")).hasSize(1);
        assertNamed(us, "Your words: Please", "f-answers-1");
        us.submit(at(decision, "/concerns/1/answers"), Map.of("text", "Choir is on Fridays."));
        assertThat(us.text()).contains("Choir is on Fridays.", "It is Rob Raiser’s turn");

        rs.get(at(decision, "")).submit(at(decision, "/concerns/1/stand"), Map.of("text", "It moved."));
        assertThat(rs.text()).contains("Talk it through", "It goes on from");
        rs.get(at(decision, ""));
        assertThat(rs.text()).contains("still stands", "It moved.", "It goes on as", "silence does not settle it");
        assertThat(new Browser(port).get(at(decision, "")).text()).contains("It moved.");
    }

    /** What is wrong is told at the top by the name of the field, and leads there. */
    private static void assertNamed(Browser browser, String label, String place) {
        Element link = browser.page().select("#problems a").first();
        assertThat(link.text()).startsWith(label);
        assertThat(link.attr("href")).isEqualTo("#" + place);
        assertThat(browser.page().getElementById(place)).isNotNull();
    }

    @Test
    void an_onlooker_and_the_asker_read_why_they_raise_nothing() {
        Person ute = someone("Ute Asker");
        clock.advance(Duration.ofDays(2));
        Decision decision = open(ute, Method.LAZY_CONSENSUS, Duration.ofHours(72));
        assertThat(new Browser(port).get(at(decision, "")).text()).contains("Members who were here");
        assertThat(browser(ute).get(at(decision, "")).text()).contains("You asked this yourself");
    }

    @Test
    void a_round_of_consent_is_walked_without_scripts() {
        Person ute = someone("Ute Asker");
        Person rob = someone("Rob Raiser");
        clock.advance(Duration.ofDays(2));
        Decision decision = open(ute, Method.CONSENT, Duration.ofHours(8));
        Browser us = browser(ute).get(at(decision, ""));
        assertThat(us.text()).contains("Now everybody makes sure to understand it");
        us.submit(at(decision, "/phase"), Map.of());
        us.submit(at(decision, "/phase"), Map.of());
        assertThat(us.text()).contains("Amend the words");
        us.submit(at(decision, "/phase"), Map.of());
        assertThat(us.text()).contains("good enough for now");

        Browser rs = browser(rob).get(at(decision, ""));
        rs.submit(at(decision, "/words"), Map.of("kind", "OBJECTION", "text", ""));
        assertThat(rs.status()).isEqualTo(422);
        assertThat(rs.text()).contains("Say which harm");
        assertNamed(rs, "Your reason: Say", "f-word");
        rs.submit(at(decision, "/words"), Map.of("kind", "OBJECTION", "text", "Nobody can come."));
        assertThat(rs.text()).contains("Your objection is open");
        assertThat(new Browser(port).get(at(decision, "")).text()).contains("Nobody can come.");
        us.get(at(decision, "")).submit(at(decision, "/words"), Map.of("kind", "CONSENT", "text", ""));
        assertThat(new Browser(port).get(at(decision, "")).text())
                .as("consents are counted at the end")
                .doesNotContain("consents");
        rs.get(at(decision, "")).submit(at(decision, "/words"), Map.of("kind", "RESERVATION", "text", "Try it."));

        clock.advance(Duration.ofHours(8));
        jobs.run("decisions.close");
        assertThat(us.get(at(decision, "")).text())
                .as("two of six consent, and it takes three")
                .contains("The first round found no consent");
    }
}
