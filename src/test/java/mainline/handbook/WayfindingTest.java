package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.handbook.HandbookExamples.Founded;
import mainline.review.Reviews;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where a reader of the handbook is, and what lies around. */
@MainlineTest
class WayfindingTest {
    private static final String FRONT = "---\ntitle: Running meetings\n---\n\nHow we meet.\n";

    private final HandbookExamples examples;
    private final Proposals proposals;
    private final Reviews reviews;
    private final TestClock clock;
    private Founded harbour;
    private Member joaquin;
    private int reads;

    @LocalServerPort
    private int port;

    WayfindingTest(HandbookExamples examples, Proposals proposals, Reviews reviews, TestClock clock) {
        this.examples = examples;
        this.proposals = proposals;
        this.reviews = reviews;
        this.clock = clock;
    }

    @BeforeEach
    void a_community() {
        clock.reset();
        harbour = examples.aCommunity();
        joaquin = examples.aMember(harbour, "Joaquín Pérez");
    }

    private Change proposed(String path, String text) {
        clock.advance(Duration.ofMinutes(1));
        return proposals.propose(joaquin, examples.aPage(harbour, path, text));
    }

    private void merged(String path, String text) {
        Change change = proposed(path, text);
        clock.advance(Duration.ofHours(1));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
    }

    /** Past the pages that are kept for onlookers. */
    private Browser read(String path) {
        return new Browser(port).get("/" + harbour.community().slug() + "/handbook" + path + "?anew=" + ++reads);
    }

    private Element first(String path, String selector) {
        return Objects.requireNonNull(read(path).page().selectFirst(selector), selector);
    }

    @Test
    void folders_go_by_the_titles_of_their_front_pages() {
        merged("meetings/README.md", FRONT);
        merged("meetings/silent/start.md", "# Silent start\n\nBe quiet.\n");
        assertThat(first("/meetings/silent/start", ".crumbs").text())
                .isEqualTo("Handbook / Running meetings / silent / Silent start");
        assertThat(read("").page().select(".shelf h3").eachText()).contains("Running meetings");
    }

    @Test
    void beside_a_page_stands_the_tree_open_where_the_page_is() {
        merged("meetings/README.md", FRONT);
        merged("meetings/start.md", "# Silent start\n\nBe quiet.\n");
        merged("meetings/end.md", "# Good end\n\nSay goodbye.\n");
        merged("money/purse.md", "# The purse\n\nIt is small.\n");
        Element tree = first("/meetings/start", "nav > .tree");
        assertThat(tree.select("> li > a").eachText()).contains("Running meetings", "money");
        assertThat(tree.select(".tree .tree a").eachText()).containsExactly("Good end", "Silent start");
        assertThat(tree.select("a[aria-current=page]").eachText()).containsExactly("Silent start");
    }

    @Test
    void contents_list_what_changed_last_and_fold_away_what_is_seldom_needed() {
        merged("money/purse.md", "# The purse\n\nIt is small.\n");
        merged("apples.md", "# Apples\n\nThey are red.\n");
        Browser contents = read("");
        assertThat(contents.page().select("[aria-labelledby=page.recent] h3").eachText())
                .startsWith("Apples", "The purse");
        assertThat(contents.page().select("details.fold pre").text()).startsWith("git clone ");
        assertThat(contents.page().select("details.fold[open]")).isEmpty();
    }

    @Test
    void a_page_that_is_not_there_leads_to_the_change_that_would_add_it() {
        assertThat(read("/meetings/start").status()).isEqualTo(404);
        Change change = proposed("meetings/start.md", "# Silent start\n\nBe quiet.\n");
        Browser reader = read("/meetings/start");
        assertThat(reader.status()).isEqualTo(404);
        assertThat(reader.page().select("main h2 a").attr("href")).endsWith(change.path());
    }

    @Test
    void a_change_that_was_taken_back_brings_no_page() {
        Change change = proposed("meetings/start.md", "# Silent start\n\nBe quiet.\n");
        proposals.withdraw(joaquin, change.subject());
        assertThat(read("/meetings/start").text()).doesNotContain(change.title());
    }
}
