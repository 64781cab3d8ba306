package mainline.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Why;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.discussion.Discussions;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.Promise;
import mainline.ideas.Idea;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.platform.Letter;
import mainline.platform.TestErrands;
import mainline.platform.TestMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who hears of what people do, and how it reaches them. */
@MainlineTest
class ToldTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PASSWORD = "seven quiet lanterns";

    private final Notices notices;
    private final Follows follows;
    private final Mailing mailing;
    private final Digests digests;
    private final WayChoice ways;
    private final Discussions discussions;
    private final Efforts efforts;
    private final Decisions decisions;
    private final People people;
    private final Communities communities;
    private final TestErrands late;
    private final TestMail mails;
    private final TestClock clock;
    private final Village village;
    private final List<Letter> all = new ArrayList<>();
    private String address = "";
    private Member rita = new Member(new mainline.kernel.CommunityId(0), new mainline.kernel.PersonId(0));

    @LocalServerPort
    private int port;

    ToldTest(
            Notices notices,
            Follows follows,
            Mailing mailing,
            Digests digests,
            WayChoice ways,
            Discussions discussions,
            Efforts efforts,
            Decisions decisions,
            People people,
            Communities communities,
            TestErrands late,
            TestMail mails,
            TestClock clock,
            Village village) {
        this.notices = notices;
        this.follows = follows;
        this.mailing = mailing;
        this.digests = digests;
        this.ways = ways;
        this.discussions = discussions;
        this.efforts = efforts;
        this.decisions = decisions;
        this.people = people;
        this.communities = communities;
        this.late = late;
        this.mails = mails;
        this.clock = clock;
        this.village = village;
    }

    /** With an account and an address; the others of the village have none. */
    @BeforeEach
    void rita_joins() {
        address = "rita" + NEXT.incrementAndGet() + "@example.org";
        rita = new Member(
                village.community.id(),
                people.create("Rita Reader", address, PASSWORD).id());
        communities.join(rita.community(), rita.person());
        late.run();
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private List<Told> of(Member member) {
        late.run();
        return notices.of(member.person(), 0, 99).items();
    }

    /** All so far. */
    private List<Letter> mailed() {
        late.run();
        mailing.mailAll();
        digests.mailAll();
        all.addAll(mails.to(address));
        late.run();
        return all;
    }

    private Idea anOldIdea() {
        Idea idea = village.anOpenIdea();
        late.run();
        return idea;
    }

    private void say(Member member, Subject about, String text) {
        discussions.say(member, about, null, text);
    }

    private void pledge(Member member, Idea idea) {
        efforts.pledge(member, idea.subject(), new Promise(EffortKind.DO, Hours.of(3), LocalDate.of(2026, 5, 4)));
    }

    @Test
    void whose_idea_it_is_hears_of_an_answer_and_whoever_gave_it_does_not() {
        Idea idea = anOldIdea();
        say(village.ben, idea.subject(), "I know a carpenter.");
        assertThat(of(village.ada)).first().satisfies(told -> {
            assertThat(told.why()).isEqualTo(Why.ANSWERED);
            assertThat(told.text().key()).isEqualTo("told.comment.written");
            assertThat(told.whole()).isEqualTo(idea.subject());
            assertThat(told.text().gaps().getLast()).isEqualTo("I know a carpenter.");
        });
        assertThat(of(village.ben)).noneMatch(told -> told.whole().equals(idea.subject()));
    }

    @Test
    void who_took_part_follows_it_and_hears_once_of_each_act() {
        Idea idea = anOldIdea();
        say(village.ben, idea.subject(), "I know a carpenter.");
        pledge(village.cleo, idea);
        assertThat(of(village.ben))
                .filteredOn(told -> told.whole().equals(idea.subject()))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.why()).isEqualTo(Why.FOLLOWING);
                    assertThat(told.text().key()).isEqualTo("record.pledge.made");
                });
        assertThat(of(village.ada))
                .filteredOn(told -> told.text().key().equals("record.pledge.made"))
                .singleElement()
                .satisfies(told -> assertThat(told.why()).isEqualTo(Why.ANSWERED));
    }

    @Test
    void following_an_idea_goes_on_with_the_project_it_becomes() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(3)));
        say(village.dov, idea.subject(), "A bench by the well, please.");
        pledge(village.ben, idea);
        assertThat(of(village.dov)).anySatisfy(told -> {
            assertThat(told.text().key()).isEqualTo("record.project.started");
            assertThat(told.why()).isEqualTo(Why.FOLLOWING);
        });
        assertThat(of(village.ben)).anySatisfy(told -> {
            assertThat(told.text().key()).isEqualTo("convener.told.free");
            assertThat(told.why()).isEqualTo(Why.ASKED);
        });
    }

    @Test
    void who_wants_to_hear_nothing_of_a_thing_hears_nothing() {
        Idea idea = anOldIdea();
        follows.choose(
                village.ada.person(), idea.subject().community(), idea.subject().key(), Level.NOTHING);
        say(village.ben, idea.subject(), "I know a carpenter.");
        assertThat(of(village.ada)).noneMatch(told -> told.text().key().equals("told.comment.written"));
    }

    @Test
    void who_follows_everything_here_hears_of_every_idea() {
        String all = new Subject(village.community.id(), Subject.Kind.COMMUNITY, 0).key();
        follows.choose(rita.person(), rita.community(), all, Level.ALL);
        Idea idea = village.anOpenIdea();
        assertThat(of(rita)).anySatisfy(told -> assertThat(told.subject()).isEqualTo(idea.subject()));
    }

    private Decision ask(Method method, Duration window) {
        return decisions.open(
                village.ada,
                Question.of("Shall we buy a wagon?", method, clock.instant().plus(window)));
    }

    @Test
    void a_vote_asks_everybody_on_its_roll_and_its_page_says_how_many_were_told() {
        Decision decision = ask(Method.SHOW_OF_HANDS, Duration.ofDays(5));
        assertThat(of(rita)).first().satisfies(told -> {
            assertThat(told.why()).isEqualTo(Why.ASKED);
            assertThat(told.subject()).isEqualTo(decision.subject());
        });
        assertThat(of(village.ada)).noneMatch(told -> told.subject().equals(decision.subject()));
        Browser browser = new Browser(port).signIn(address, PASSWORD);
        browser.get("/" + village.community.slug() + "/" + decision.path());
        assertThat(browser.text()).contains("Told of this by", "5 of 5");
    }

    @Test
    void what_is_settled_asks_nobody_any_more() {
        Decision decision = ask(Method.SHOW_OF_HANDS, Duration.ofDays(5));
        assertThat(of(rita)).first().satisfies(told -> assertThat(told.why()).isEqualTo(Why.ASKED));
        decisions.withdraw(village.ada, decision.subject(), "It was a joke.");
        assertThat(of(rita))
                .filteredOn(told -> told.subject().equals(decision.subject()))
                .hasSize(2)
                .allSatisfy(told -> assertThat(told.why()).isEqualTo(Why.BOUND));
        assertThat(mailed()).isEmpty();
    }

    @Test
    void the_window_begins_when_all_were_told() {
        Decision decision = ask(Method.LAZY_CONSENSUS, Duration.ofDays(5));
        clock.advance(Duration.ofHours(2));
        late.run();
        Instant ends = decisions
                .find(village.community.id(), decision.subject().number())
                .orElseThrow()
                .ends();
        assertThat(ends).isEqualTo(decision.ends().plus(Duration.ofHours(2)));
        assertThat(of(rita)).first().satisfies(told -> assertThat(told.why()).isEqualTo(Why.BOUND));
    }

    @Test
    void what_asks_is_mailed_at_once_with_all_that_mail_programs_want() {
        Decision decision = ask(Method.SHOW_OF_HANDS, Duration.ofDays(5));
        Letter letter = mailed().getLast();
        assertThat(letter.subject()).isEqualTo("Shall we buy a wagon?");
        assertThat(letter.text()).contains("asks for your vote").contains(decision.path());
        assertThat(letter.html()).contains("asks for your vote");
        assertThat(letter.headers())
                .containsKeys("Message-ID", "References", "In-Reply-To", "List-Id")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(mailed()).as("and once").hasSize(1);
    }

    @Test
    void what_was_seen_on_the_site_is_not_mailed() {
        ask(Method.SHOW_OF_HANDS, Duration.ofDays(5));
        late.run();
        notices.see(rita.person(), Long.MAX_VALUE);
        assertThat(mailed()).isEmpty();
    }

    @Test
    void at_quiet_hours_nothing_is_mailed_until_they_are_over() {
        clock.set(Instant.parse("2026-03-02T22:30:00Z"));
        ask(Method.SHOW_OF_HANDS, Duration.ofDays(5));
        assertThat(mailed()).isEmpty();
        clock.set(Instant.parse("2026-03-03T05:59:00Z"));
        assertThat(mailed()).isEmpty();
        clock.set(Instant.parse("2026-03-03T06:01:00Z"));
        assertThat(mailed()).as("seven in the morning in Madrid").hasSize(1);
    }

    @Test
    void too_much_for_one_day_joins_the_digest() {
        for (int i = 0; i < 7; i++) ask(Method.SHOW_OF_HANDS, Duration.ofDays(5));
        assertThat(mailed()).hasSize(5);
        clock.set(Instant.parse("2026-03-03T07:01:00Z"));
        assertThat(mailed()).hasSize(6);
        assertThat(mailed().getLast().subject()).isEqualTo("What is new in " + village.community.name());
    }

    @Test
    void a_digest_comes_at_its_hour_with_what_is_new_and_never_empty() {
        ask(Method.LAZY_CONSENSUS, Duration.ofDays(5));
        assertThat(mailed()).isEmpty();
        clock.set(Instant.parse("2026-03-03T07:01:00Z"));
        Letter digest = mailed().getLast();
        assertThat(digest.text()).contains("Shall we buy a wagon?").contains("holds unless somebody raises a concern");
        clock.set(Instant.parse("2026-03-04T07:01:00Z"));
        assertThat(mailed()).as("nothing is repeated").hasSize(1);
    }

    @Test
    void who_wants_no_mail_at_all_gets_none() {
        ways.choose(rita.person(), Ways.USUAL.mailing(false, Ways.Digest.NEVER));
        ask(Method.SHOW_OF_HANDS, Duration.ofDays(5));
        ask(Method.LAZY_CONSENSUS, Duration.ofDays(5));
        clock.advance(Duration.ofDays(9));
        assertThat(mailed()).isEmpty();
        assertThat(notices.unseen(rita.person(), 9)).isPositive();
    }

    @Test
    void mail_is_ended_from_the_letter_without_signing_in() {
        ask(Method.SHOW_OF_HANDS, Duration.ofDays(5));
        String end = mailed().getLast().headers().get("List-Unsubscribe").replaceAll("<.*(/unsubscribe/.*)>", "$1");
        Browser stranger = new Browser(port).get(end);
        assertThat(stranger.text()).contains("Nothing has changed yet").doesNotContain(village.community.name());
        assertThat(ways.of(rita.person()).mails()).isTrue();
        String all =
                stranger.page().select("form[action^=/unsubscribe/]").last().attr("action");
        stranger.submit(all, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(stranger.text()).contains("You get no more mail of this kind");
        assertThat(ways.of(rita.person()).isSilent()).isTrue();
        assertThat(new Browser(port).ask(end + "x").status()).isEqualTo(404);
    }

    @Test
    void each_chooses_what_is_mailed_and_a_wrong_zone_is_said_beside_it() {
        Browser browser = new Browser(port).signIn(address, PASSWORD).get("/me/notices/ways");
        browser.submit("/me/notices/ways", Map.of("zone", "Atlantis", "digest", "weekly"));
        assertThat(browser.text()).contains("This time zone is not known");
        assertThat(ways.of(rita.person())).isEqualTo(Ways.USUAL);
        browser.submit("/me/notices/ways", Map.of("zone", "Asia/Tokyo", "digest", "weekly", "hour", "19"));
        assertThat(ways.of(rita.person()).digest()).isEqualTo(Ways.Digest.WEEKLY);
        assertThat(ways.of(rita.person()).next(TestClock.START, java.time.ZoneOffset.UTC))
                .as("Monday evening in Tokyo")
                .isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void a_thing_is_followed_and_ended_on_its_page() {
        Idea idea = anOldIdea();
        String following = "/" + village.community.slug() + "/following";
        Browser browser = new Browser(port).signIn(address, PASSWORD);
        browser.get("/" + village.community.slug() + "/" + idea.subject().path());
        assertThat(browser.page().select("form.follow").text()).isEqualTo("Follow You hear what asks you");

        browser.submit(following, tap(browser));
        assertThat(browser.page().select("h1").text()).isEqualTo(idea.title());
        assertThat(browser.page().select("form.follow").text()).isEqualTo("Follow no longer You hear everything");
        browser.submit(following, tap(browser));
        assertThat(browser.page().select("form.follow").text()).isEqualTo("Follow You hear what asks you");

        browser.get(browser.page().select("form.follow a").attr("href"));
        browser.submit(following, Map.of("level", "nothing"));
        assertThat(browser.page().select(".rows").text()).contains(idea.title()).contains("Nothing");
        assertThat(new Browser(port)
                        .get("/" + village.community.slug() + "/"
                                + idea.subject().path())
                        .page()
                        .select("form.follow"))
                .isEmpty();
    }

    @Test
    void people_clauses_and_the_community_are_followed_on_their_pages() {
        String here = "/" + village.community.slug();
        Browser browser = new Browser(port).signIn(address, PASSWORD);
        browser.get(here + "/people/" + people.get(village.ada.person()).handle());
        browser.submit(here + "/following", tap(browser));
        assertThat(browser.page().select("form.follow").text()).endsWith("You hear everything");
        browser.get(here);
        browser.submit(here + "/following", tap(browser));
        assertThat(browser.path()).isEqualTo(here);
        browser.get(here + "/mission")
                .get(browser.page().select("li#M1 a[href*=following]").attr("href"));
        browser.submit(here + "/following", Map.of("level", "all"));
        assertThat(browser.page().select(".rows li")).hasSize(3);
    }

    private static Map<String, String> tap(Browser browser) {
        return Map.of("level", browser.page().select("form.follow button").val());
    }
}
