package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands first on a page is what is read first, with eyes, with keys and with a screen reader. */
@MainlineTest
class ReadingOrderTest {
    private final Village village;
    private final Discussions discussions;

    @LocalServerPort
    private int port;

    ReadingOrderTest(Village village, Discussions discussions) {
        this.discussions = discussions;
        this.village = village;
    }

    private Element object(String below) {
        Browser passer = new Browser(port);
        passer.get("/" + village.community.slug() + "/" + below);
        assertThat(passer.status()).as(passer.text()).isEqualTo(200);
        return passer.page().selectFirst("article.object");
    }

    @Test
    void an_idea_is_read_from_its_state_over_its_text_to_panels_and_talk() {
        Element idea = object(village.anOpenIdea().path());
        assertThat(idea.children())
                .extracting(Element::className)
                .containsExactly("", "stands", "body", "", "body after");
        assertThat(idea.children())
                .extracting(Element::normalName)
                .containsExactly("header", "div", "div", "aside", "div");
        assertThat(idea.selectFirst(".body.after > #discussion")).isNotNull();
    }

    @Test
    void its_state_is_one_sentence_with_one_main_thing_to_do() {
        Element idea = object(village.anOpenIdea().path());
        assertThat(idea.select(".stands > p")).hasSize(1);
        assertThat(idea.select(".stands .btn.go").eachText()).containsExactly("Offer to help");
        assertThat(idea.select("aside .btn.go")).isEmpty();
    }

    @Test
    void comments_have_headings_by_which_one_goes_from_one_to_the_next() {
        Idea idea = village.anOpenIdea();
        discussions.say(village.ben, idea.subject(), null, "Under the lime tree.");
        discussions.say(village.cleo, idea.subject(), null, "And by the well.");
        assertThat(object(idea.path()).select("#discussion h3").eachText())
                .containsExactly("Comment by Ben Ode", "Comment by Cleo Marsh");
    }
}
