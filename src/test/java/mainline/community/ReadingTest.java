package mainline.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.PersonId;
import mainline.mission.Mission;
import mainline.people.People;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What texts name leads there, for eyes that see it. */
@MainlineTest
class ReadingTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final Ideas ideas;
    private final Discussions discussions;
    private final Decisions decisions;
    private final Mission mission;
    private final People people;
    private final Communities communities;
    private final mainline.TestClock clock;
    private final Village village;
    private final Village elsewhere;

    @LocalServerPort
    private int port;

    ReadingTest(
            Ideas ideas,
            Discussions discussions,
            Decisions decisions,
            Mission mission,
            People people,
            Communities communities,
            mainline.TestClock clock,
            Village village,
            Village elsewhere) {
        this.ideas = ideas;
        this.discussions = discussions;
        this.decisions = decisions;
        this.mission = mission;
        this.people = people;
        this.communities = communities;
        this.clock = clock;
        this.village = village;
        this.elsewhere = elsewhere;
    }

    private String handle(PersonId person) {
        return people.get(person).handle();
    }

    private Idea idea(String title, String text) {
        return ideas.publish(village.ada, new Wording(title, text, 1, ""));
    }

    private Elements links(Idea idea) {
        return links(new Browser(port), idea);
    }

    private Elements links(Browser browser, Idea idea) {
        return browser.get(village.community.path(idea.path())).page().select(".prose a");
    }

    @Test
    void a_member_is_linked_under_their_name_in_an_idea_and_in_a_comment() {
        String ben = handle(village.ben.person());
        Idea idea = idea("Ask", "As @" + ben + " says.");
        discussions.say(village.cleo, idea.subject(), null, "Yes, @" + ben + "!");
        Elements links = links(idea);
        assertThat(links).hasSize(2).allSatisfy(link -> {
            assertThat(link.attr("href")).isEqualTo(village.community.path("people/" + ben));
            assertThat(link.attr("title")).isEqualTo("Ben Ode");
            assertThat(link.text()).isEqualTo("@" + ben);
        });
        assertThat(new Browser(port).get(links.getFirst().attr("href")).text()).contains("Ben Ode");
    }

    @Test
    void who_does_not_belong_here_is_not_linked() {
        String stranger = handle(elsewhere.ben.person());
        assertThat(links(idea("Ask", "@" + stranger + " @nobody-at-all @" + stranger + "-9")))
                .isEmpty();
    }

    @Test
    void a_thing_is_linked_with_its_title_in_english_and_spanish() {
        Idea first = village.anOpenIdea();
        Instant ends = clock.instant().plus(Duration.ofDays(10));
        Decision decision = decisions.open(village.ada, Question.of("Shall we paint?", Method.SHOW_OF_HANDS, ends));
        long n = first.subject().number();
        long d = decision.subject().number();
        List<String> told = links(
                        idea("All", "idea %d, #%d; decision %d; la decisión %d; project %d".formatted(n, n, d, d, d)))
                .eachText();
        assertThat(told)
                .containsExactly(
                        "idea " + n + " " + first.title(),
                        "#" + n + " " + first.title(),
                        "decision " + d + " Shall we paint?",
                        "decisión " + d + " Shall we paint?");
    }

    @Test
    void a_number_leads_to_the_thing_of_this_community_and_of_no_other() {
        for (int i = 0; i < 5; i++) elsewhere.anOpenIdea();
        Idea mine = idea("Alone", "idea 999999 and #77");
        long next = mine.subject().number() + 1;
        assertThat(links(mine)).isEmpty();
        Idea other = idea(
                "Not yet", "idea " + (next + 1) + " and idea " + mine.subject().number());
        assertThat(links(other).eachText())
                .containsExactly("idea " + mine.subject().number() + " Alone");
    }

    @Test
    void a_hidden_community_tells_an_open_one_nothing() {
        Idea secret = elsewhere.anOpenIdea();
        mission.show(elsewhere.ada, Visibility.MEMBERS);
        String text = "idea " + (secret.subject().number() + 500) + " by @" + handle(elsewhere.ada.person());
        Idea idea = idea("Curious", text);
        assertThat(links(idea)).isEmpty();
        assertThat(new Browser(port).get(village.community.path(idea.path())).text())
                .contains(text);
    }

    @Test
    void titles_and_names_are_shown_as_they_are_spelled() {
        Idea hostile = idea("<script>alert('ليلى')</script>", "x");
        Element link = links(idea("Look", "idea " + hostile.subject().number())).first();
        assertThat(link.select("bdi").text()).isEqualTo(hostile.title());
    }

    @Test
    void ten_thousand_marks_in_one_text_cost_little() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() < 49_000; i++)
            text.append("idea ").append(i).append(" @who-").append(i).append(' ');
        Idea idea = idea("Many", text.toString());
        discussions.say(village.ben, idea.subject(), null, text.substring(0, 19_000));
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> links(idea));
        assertThat(links(idea).size()).isLessThan(101);
    }

    @Test
    void a_preview_shows_the_same_links_to_a_member() {
        var account = people.create("Paula Preview", "paula-" + village.community.slug() + "@example.org", PASSWORD);
        communities.join(village.community.id(), account.id());
        Idea idea = idea("Previewed", "x");
        Browser browser = new Browser(port).signIn("paula-" + village.community.slug() + "@example.org", PASSWORD);
        browser.get(village.community.path(idea.path()));
        String preview = browser.page().select("textarea[data-preview-at]").attr("data-preview-at");
        String token = browser.page().select("meta[name=csrf]").attr("content");
        assertThat(preview).startsWith(village.community.path("preview"));
        browser.post(
                preview, Map.of("_csrf", token, "text", "idea " + idea.subject().number() + " @" + account.handle()));
        assertThat(browser.page().select("a").eachText())
                .containsExactly("idea " + idea.subject().number() + " Previewed", "@" + account.handle());
    }
}
