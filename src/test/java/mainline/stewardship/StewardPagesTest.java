package mainline.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.StewardsFile.Seat;
import mainline.people.People;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stewards, nominations and recalls in a browser without scripts. */
@MainlineTest
class StewardPagesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final StewardshipExamples given;
    private final HandbookExamples examples;
    private final Proposals proposals;
    private final Reviews reviews;
    private final People people;
    private final Communities communities;
    private final TestClock clock;
    private final JdbcClient db;
    private Founded harbour;
    private Member joaquin;
    private Member ngozi;
    private Browser amaras;
    private Browser joaquins;
    private Browser ngozis;
    private String home;

    @LocalServerPort
    private int port;

    StewardPagesTest(
            StewardshipExamples given,
            HandbookExamples examples,
            Proposals proposals,
            Reviews reviews,
            People people,
            Communities communities,
            TestClock clock,
            JdbcClient db) {
        this.given = given;
        this.examples = examples;
        this.proposals = proposals;
        this.reviews = reviews;
        this.people = people;
        this.communities = communities;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void a_community() {
        clock.reset();
        db.sql("delete from rate_limit").update();
        int n = NEXT.incrementAndGet();
        var founder = people.create("Amara Okafor", "steward-founder" + n + "@example.org", PASSWORD);
        var community = communities.found("Quay " + n, "quay-" + n, "UTC", founder.id());
        harbour = new Founded(community, new Member(community.id(), founder.id()));
        home = "/" + community.slug();
        joaquin = member("Joaquín Pérez", "steward-j" + n + "@example.org");
        ngozi = member("Ngozi Adeyemi", "steward-n" + n + "@example.org");
        page("meetings/silent-start.md");
        amaras = signedIn("steward-founder" + n + "@example.org");
        joaquins = signedIn("steward-j" + n + "@example.org");
        ngozis = signedIn("steward-n" + n + "@example.org");
    }

    private Member member(String name, String mail) {
        var person = people.create(name, mail, PASSWORD);
        communities.join(harbour.community().id(), person.id());
        return new Member(harbour.community().id(), person.id());
    }

    private void page(String path) {
        Change change = proposals.propose(ngozi, examples.aPage(harbour, path, "# A"));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
    }

    private Browser signedIn(String mail) {
        return new Browser(port)
                .get("/sign-in?then=/me")
                .submit("/sign-in", Map.of("mail", mail, "password", PASSWORD));
    }

    private Browser onlooker() {
        return new Browser(port);
    }

    private Browser nominated(String area, Member nominee) {
        return joaquins.get(home + "/stewards/nominations/new")
                .submit(
                        home + "/stewards/nominations",
                        Map.of(
                                "area",
                                area,
                                "person",
                                given.handle(nominee),
                                "reason",
                                "She wrote the silent start <script>alert(1)</script>"));
    }

    @Test
    void a_member_nominates_and_the_nominee_accepts_and_the_community_confirms() {
        nominated("/meetings", ngozi);
        assertThat(joaquins.text()).contains("They are asked", "Waits for an answer");
        String address = joaquins.path();
        assertThat(amaras.get(address).status()).isEqualTo(404);
        assertThat(onlooker().get(address).status()).isEqualTo(404);
        assertThat(amaras.get(home + "/stewards").text()).doesNotContain("Ngozi Adeyemi as steward");
        assertThat(ngozis.get(home + "/stewards").text()).contains("waits for your answer");
        ngozis.get(address).submit(address + "/acceptance", Map.of());
        assertThat(ngozis.text()).contains("The community is asked now", "2 of 3 have said yes", "wrote Say meetings");
        assertThat(ngozis.page().select(".now .moment .exact").text()).containsPattern("day, March \\d, 2026, .* UTC");
        assertThat(onlooker()
                        .get(home + "/stewards")
                        .page()
                        .select(".rows .why .moment .exact")
                        .text())
                .containsPattern("day, March \\d, 2026, .* UTC");
        assertThat(ngozis.page().select(".prose script")).isEmpty();
        assertThat(onlooker().get(home + "/decisions/1").text()).contains("changes the list of stewards by itself");
        amaras.get(address).submit(address + "/agreements", Map.of());
        assertThat(amaras.text()).contains("Confirmed", "Decision 1 confirmed it", "Change 2");
        Browser reader = onlooker().get(home + "/stewards");
        assertThat(reader.text())
                .contains(
                        "Folder “meetings”",
                        "Ngozi Adeyemi",
                        "term ends: the end of Tuesday, March 2, 2027, UTC",
                        "She wrote the silent start")
                .contains("Ngozi Adeyemi looks after the folder “meetings” for a year");
        assertThat(onlooker().get(home + "/changes/2").text()).contains("Made by decision 1");
        assertThat(onlooker().get(home + "/handbook/STEWARDS.yml").path()).isEqualTo(home + "/stewards");
        assertThat(onlooker().get(home + "/record?about=steward").text())
                .contains("Ngozi Adeyemi is steward of the folder “meetings” from now on");
        assertThat(onlooker().get(home + "/people/" + given.handle(ngozi)).text())
                .contains("Looks after", "Folder “meetings”");
    }

    @Test
    void a_refused_nomination_keeps_what_was_typed_and_says_why_beside_the_field() {
        nominated("/meetings", ngozi);
        nominated("/meetings", ngozi);
        assertThat(joaquins.status()).isEqualTo(422);
        assertThat(joaquins.page().select("#f-person-problem").text()).contains("nominated for that already");
        assertThat(joaquins.page().select("textarea[name=reason]").text()).contains("She wrote the silent start");
        joaquins.get(home + "/stewards/nominations/new")
                .submit(home + "/stewards/nominations", Map.of("area", "/nowhere/at-all", "person", "nobody"));
        assertThat(joaquins.page().select("#f-person-problem").text()).contains("There is no member of that name");
    }

    @Test
    void a_no_is_quiet() {
        nominated("/meetings", ngozi);
        String address = joaquins.path();
        ngozis.get(address).submit(address + "/refusal", Map.of());
        assertThat(ngozis.text()).contains("nobody else hears of it");
        assertThat(amaras.get(address).status()).isEqualTo(404);
        assertThat(joaquins.get(address).text()).contains("Declined");
        assertThat(given.recorded(harbour)).noneMatch(verb -> verb.startsWith("nomination."));
    }

    @Test
    void a_steward_stays_on_or_steps_down_with_one_click() {
        examples.amend(
                harbour.steward(),
                file -> file.with(
                        "meetings",
                        new Seat(given.handle(ngozi), LocalDate.parse("2025-03-20"), LocalDate.parse("2026-03-20"))));
        ngozis.get(home + "/stewards");
        assertThat(ngozis.text())
                .contains(
                        "The term of Ngozi Adeyemi for the folder “meetings” lasts until the end of Friday, March 20, 2026,"
                                + " UTC");
        ngozis.submit(home + "/stewards/terms", Map.of());
        assertThat(ngozis.text()).contains("The community is asked", "for another term");
        assertThat(ngozis.get(home + "/stewards").page().select("form[action$=/terms]"))
                .isEmpty();
        ngozis.submit(home + "/stewards/mine", Map.of("thanked", "yes"));
        assertThat(ngozis.text())
                .contains("You stepped down", "With thanks to those who looked after it before: Ngozi");
        amaras.get(home + "/stewards").submit(home + "/stewards/mine", Map.of());
        assertThat(amaras.status()).isEqualTo(422);
        assertThat(amaras.text()).contains("You are the last steward of the whole handbook");
    }

    @Test
    void a_recall_is_asked_with_a_reason_and_voted_on() {
        examples.overseeing(ngozi, "meetings");
        joaquins.get(home + "/stewards")
                .get(home + "/stewards/recalls/new?area=meetings&person=" + given.handle(ngozi));
        joaquins.submit(home + "/stewards/recalls", Map.of("reason", " "));
        assertThat(joaquins.status()).isEqualTo(422);
        assertThat(joaquins.page().select("#f-reason-problem")).isNotEmpty();
        joaquins.submit(home + "/stewards/recalls", Map.of("reason", "She moved away"));
        assertThat(joaquins.text())
                .contains("Ngozi Adeyemi ends being steward of the folder “meetings”", "She moved away");
        assertThat(onlooker().get(home + "/stewards/recalls/1").text()).contains("The community is voting on it");
        assertThat(onlooker().get(home + "/stewards").text()).contains("Does Ngozi Adeyemi go on as steward");
        assertThat(joaquins.get(home + "/stewards/recalls/new?area=&person=nobody")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void too_few_stewards_and_too_much_on_one_are_told_with_a_way_out() {
        assertThat(joaquins.get(home + "/stewards").text())
                .contains("Only Amara Okafor looks after the whole handbook", "Nominate somebody");
        for (int i = 0; i < 4; i++) page("meetings/p" + i + ".md");
        assertThat(joaquins.get(home + "/stewards").text()).contains("Amara Okafor put in 5 of the 5 changes");
        Change own = proposals.propose(harbour.steward(), examples.aPage(harbour, "meetings/own.md", "# Own"));
        assertThat(joaquins.get(home + "/" + own.path()).text()).contains("so nobody can agree to it");
        examples.overseeing(ngozi, "");
        assertThat(joaquins.get(home + "/stewards").text()).doesNotContain("Only Amara");
        assertThat(joaquins.get(home + "/" + own.path()).text()).doesNotContain("so nobody can agree to it");
    }

    @Test
    void only_members_nominate_and_recall() {
        assertThat(onlooker().get(home + "/stewards/nominations/new").path()).startsWith("/join?community=");
        var stranger = people.create("Stranger", "steward-s" + NEXT.incrementAndGet() + "@example.org", PASSWORD);
        Browser strangers = signedIn("steward-s" + NEXT.get() + "@example.org");
        assertThat(strangers.get(home + "/stewards/nominations/new").path()).contains("join");
        assertThat(strangers.get(home + "/stewards").text()).contains("The whole handbook");
        assertThat(communities.isMember(harbour.community().id(), stranger.id()))
                .isFalse();
    }

    @Test
    void every_page_speaks_spanish() {
        examples.overseeing(ngozi, "meetings");
        nominated("/", ngozi);
        joaquins.with("Accept-Language", "es");
        assertThat(joaquins.get(joaquins.path()).text()).contains("Espera una respuesta", "todo el manual");
        assertThat(joaquins.get(home + "/stewards").text())
                .contains("Personas responsables", "Un cambio allí necesita");
    }
}
