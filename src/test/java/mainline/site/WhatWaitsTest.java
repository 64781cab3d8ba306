package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.announcements.AnnouncementDraft;
import mainline.announcements.Announcements;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.community.Viewers;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.discussion.Discussions;
import mainline.handbook.Handbook;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the home page says to whoever looks: what asks them first, and nothing of it is lost. */
@MainlineTest
class WhatWaitsTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PASSWORD = "seven quiet lanterns";

    private final WhatWaits waits;
    private final Decisions decisions;
    private final Proposals proposals;
    private final Handbook handbook;
    private final Discussions discussions;
    private final Announcements announcements;
    private final Communities communities;
    private final Founding founding;
    private final Viewers viewers;
    private final People people;
    private final TestClock clock;
    private final Village village;

    @LocalServerPort
    private int port;

    WhatWaitsTest(
            WhatWaits waits,
            Decisions decisions,
            Proposals proposals,
            Handbook handbook,
            Discussions discussions,
            Announcements announcements,
            Communities communities,
            Founding founding,
            Viewers viewers,
            People people,
            TestClock clock,
            Village village) {
        this.waits = waits;
        this.decisions = decisions;
        this.proposals = proposals;
        this.handbook = handbook;
        this.discussions = discussions;
        this.announcements = announcements;
        this.communities = communities;
        this.founding = founding;
        this.viewers = viewers;
        this.people = people;
        this.clock = clock;
        this.village = village;
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private Viewer eyes(Member member) {
        return viewers.of(village.community.slug(), people.get(member.person()));
    }

    private Person newcomer() {
        Person person = people.create("Nora New", "nora" + NEXT.incrementAndGet() + "@waits.example", PASSWORD);
        communities.join(village.community.id(), person.id());
        return person;
    }

    private List<String> titles(Member member) {
        return waits.few(eyes(member)).shown().stream()
                .map(each -> each.title().key())
                .toList();
    }

    private void tenVotesAndThreeReviews() {
        for (int i = 1; i <= 10; i++)
            decisions.open(
                    village.ben,
                    Question.of(
                            "Shall we buy wagon " + i + "?",
                            Method.SHOW_OF_HANDS,
                            clock.instant().plus(Duration.ofDays(i))));
        String head = handbook.head(village.community.id());
        for (int i = 1; i <= 3; i++)
            proposals.propose(
                    village.ben,
                    new Proposal("bench" + i + ".md", head, "# Bench\n", "Bench " + i, "To sit", "", null));
    }

    @Test
    void ten_votes_and_three_reviews_are_all_counted_and_neither_hides_the_other() {
        village.anOpenIdea();
        clock.advance(Duration.ofDays(20));
        tenVotesAndThreeReviews();
        Person person = newcomer();
        WhatWaits.Few few = waits.few(eyes(village.ada));
        assertThat(titles(village.ada)).startsWith("waiting.vote", "waiting.review", "waiting.vote", "waiting.review");
        int asked = (int) titles(village.ada).stream()
                .filter(List.of("waiting.vote", "waiting.review")::contains)
                .count();
        assertThat(asked + few.more()).as("of thirteen").isEqualTo(13);
        assertThat(few.shown())
                .hasSizeLessThanOrEqualTo(7)
                .anySatisfy(each -> assertThat(each.title().key()).isEqualTo("waiting.greeting"));
        assertThat(titles(new Member(village.community.id(), person.id())))
                .as("who came later votes on what is light and reviews nothing")
                .contains("waiting.vote")
                .doesNotContain("waiting.review");
    }

    @Test
    void the_page_of_all_that_waits_lists_every_one_of_them() {
        Person person = newcomer();
        tenVotesAndThreeReviews();
        Browser browser = new Browser(port).signIn(people.mail(person.id()).orElseThrow(), PASSWORD);
        browser.get("/" + village.community.slug());
        String more = browser.page().select("main a[href$=/waiting]").text();
        assertThat(more).matches("And \\d more that ask for your word");
        browser.get("/" + village.community.slug() + "/waiting");
        assertThat(browser.text()).contains("10 things ask for your word");
        assertThat(browser.page().select("section[aria-labelledby=asked] li")).hasSize(10);
    }

    @Test
    void what_asks_in_five_communities_stands_on_one_page_what_ends_first_before_the_rest() {
        Person person = people.create("Fay Five", "fay" + NEXT.incrementAndGet() + "@waits.example", PASSWORD);
        List<Community> all = IntStream.rangeClosed(1, 5)
                .mapToObj(
                        n -> founding.found("Waits " + n, "waits-" + person.handle() + n, "UTC", "We do.", person.id()))
                .toList();
        for (Community each : all) {
            Member member = new Member(each.id(), person.id());
            ask(member, "Shall we later?", 9);
            ask(member, "Shall we soon?", 2);
        }
        Browser browser = new Browser(port).signIn(people.mail(person.id()).orElseThrow(), PASSWORD);
        browser.get("/me/waiting");
        assertThat(browser.text()).contains("10 things ask for your word");
        assertThat(browser.page().select("h2").eachText()).hasSize(5).contains("Waits 5");
        assertThat(browser.page().select("section").getFirst().select("h3").eachText())
                .containsExactly("Shall we soon?", "Shall we later?");
        assertThat(new Browser(port).get("/me/waiting").path()).startsWith("/sign-in");
    }

    private void ask(Member member, String question, int days) {
        Instant ends = clock.instant().plus(Duration.ofDays(days));
        decisions.open(member, Question.of(question, Method.SHOW_OF_HANDS, ends));
    }

    @Test
    void whoever_has_done_one_thing_is_led_to_the_next() {
        Person person = newcomer();
        tenVotesAndThreeReviews();
        Browser browser = new Browser(port).signIn(people.mail(person.id()).orElseThrow(), PASSWORD);
        browser.cookies().put("notice", "comment.written");
        browser.get("/" + village.community.slug() + "/decisions/1");
        assertThat(browser.page().select("h1").text()).isEqualTo("Shall we buy wagon 1?");
        assertThat(browser.page().select(".next").text()).isEqualTo("Next: Shall we buy wagon 2? 9 left");
        browser.get("/" + village.community.slug() + "/decisions/1");
        assertThat(browser.page().select(".next")).isEmpty();
    }

    @Test
    void what_is_refused_stays_in_turn_and_goes_on_once_it_is_done() {
        Person person = newcomer();
        tenVotesAndThreeReviews();
        String home = "/" + village.community.slug();
        Browser browser = new Browser(port).signIn(people.mail(person.id()).orElseThrow(), PASSWORD);
        browser.get(home + "/decisions/1?turn=").submit(home + "/decisions/1/ballot", Map.of());
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".next").text()).startsWith("Next: Shall we buy wagon 2? 9 left");
        browser.submit(home + "/decisions/1/ballot", Map.of("hand", "YES"));
        assertThat(browser.path()).isEqualTo(home + "/decisions/2?turn=decisions%2F1");
        assertThat(browser.page().select(".next a:last-child").attr("href"))
                .as("the way back stays in turn")
                .isEqualTo(home + "/decisions/1?turn=");
    }

    @Test
    void whoever_has_done_the_last_is_told_that_nothing_else_waits() {
        Person person = newcomer();
        ask(village.ada, "Shall we paint it?", 2);
        String home = "/" + village.community.slug();
        Browser browser = new Browser(port).signIn(people.mail(person.id()).orElseThrow(), PASSWORD);
        browser.get(home + "/decisions/1?turn=");
        assertThat(browser.page().select(".next")).isEmpty();
        browser.submit(home + "/decisions/1/ballot", Map.of("hand", "YES"));
        assertThat(browser.page().select(".next").text()).isEqualTo("Nothing else waits for you. Home");
        assertThat(browser.page().select(".next a").attr("href")).isEqualTo(home);
    }

    @Test
    void what_is_refused_out_of_turn_is_out_of_turn() {
        Person person = newcomer();
        tenVotesAndThreeReviews();
        String home = "/" + village.community.slug();
        Browser browser = new Browser(port).signIn(people.mail(person.id()).orElseThrow(), PASSWORD);
        browser.get(home + "/decisions/1").submit(home + "/decisions/1/ballot", Map.of());
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".next")).isEmpty();
        browser.get(home + "/decisions/1").submit(home + "/decisions/1/ballot", Map.of("_turn", "//elsewhere.example"));
        assertThat(browser.page().select(".next")).isEmpty();
    }

    @Test
    void a_newcomer_waits_for_a_word_of_welcome_for_a_fortnight() {
        clock.advance(Duration.ofDays(20));
        Person person = newcomer();
        assertThat(titles(village.ben)).contains("waiting.greeting");
        assertThat(titles(new Member(village.community.id(), person.id())))
                .as("not for themselves")
                .doesNotContain("waiting.greeting");
        assertThat(waits.all(viewers.of(village.community.slug(), null)).others())
                .noneMatch(each -> each.title().key().equals("waiting.greeting"));
        Subject page = new Subject(
                village.community.id(), Subject.Kind.MEMBER, person.id().value());
        discussions.say(village.ben, page, null, "Welcome, Nora!");
        assertThat(titles(village.cleo)).doesNotContain("waiting.greeting");
        Browser browser = new Browser(port).get("/" + village.community.slug() + "/people/" + person.handle());
        assertThat(browser.text()).contains("Welcome, Nora!");
    }

    @Test
    void whoever_came_long_ago_needs_no_greeting() {
        newcomer();
        clock.advance(Duration.ofDays(15));
        assertThat(titles(village.ben)).doesNotContain("waiting.greeting");
    }

    @Test
    void news_stand_on_the_home_page_for_a_fortnight() {
        String all = new Subject(village.community.id(), Subject.Kind.COMMUNITY, 0).key();
        announcements.announce(village.ada, all, new AnnouncementDraft("The well is closed", "Until Friday.", false));
        Browser onlooker = new Browser(port).get("/" + village.community.slug());
        assertThat(onlooker.page().select(".news").text()).contains("The well is closed", "Announcement");
        clock.advance(Duration.ofDays(15));
        assertThat(announcements.news(eyes(village.ben))).isEmpty();
    }
}
