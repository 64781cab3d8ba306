package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.people.People;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts that break careless systems, put into every kind of field; then a walk over all that they left behind. */
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileTextTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final int MOST_PAGES = 600;

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;

    @LocalServerPort
    private int port;

    private String home = "";
    private Village village;
    private Browser ned;
    private Idea bench;
    private List<String> naughty = List.of();
    private String mine = "";

    HostileTextTest(People people, Founding founding, Communities communities, Ideas ideas) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
    }

    @BeforeAll
    void a_member_of_a_village() throws IOException {
        people.create("Olga", "olga@example.org", PASSWORD);
        village = new Village(people, founding, communities, ideas);
        communities.join(
                village.community.id(),
                people.create("Ned", "ned@example.org", PASSWORD).id());
        bench = village.anOpenIdea();
        home = "/" + village.community.slug();
        ned = new Browser(port).signIn("ned@example.org", PASSWORD);
        JsonNode list = JsonMapper.shared().readTree(Files.readString(SharedData.file("adversarial/blns/blns.json")));
        naughty = StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        assertThat(naughty).hasSizeGreaterThan(400);
    }

    @Test
    @Order(1)
    void an_idea_says_exactly_what_was_typed_or_is_refused_and_kept() {
        for (String text : naughty) {
            ned.get(home + "/ideas/new")
                    .submit(
                            home + "/ideas",
                            Map.of("title", text, "text", text + "\n\nx", "clause", "1", "interest", text));
            if (isRefused(text, "title")) continue;
            mine = ned.path();
            long number = Long.parseLong(ned.path().replaceFirst(".*/ideas/(\\d+).*", "$1"));
            Idea idea = ideas.get(new Subject(village.community.id(), Subject.Kind.IDEA, number));
            assertThat(idea.title()).isEqualTo(text.strip());
            assertThat(ned.page().select("h1").first().wholeText()).contains(text.strip());
            ned.get(home + "/ideas/" + number + "/edit");
            assertThat(field("text")).as(text).isEqualTo(lines(text + "\n\nx").strip());
        }
    }

    @Test
    @Order(2)
    void a_comment_is_taken_or_refused_and_kept() {
        for (String text : naughty) {
            ned.get(home + "/comments/new?about=" + bench.subject().key())
                    .submitOnly(home + "/comments", Map.of("text", text));
            if (ned.status() != 303)
                assertThat(isRefused(text, "text")).as(text).isTrue();
        }
        assertThat(ned.get(home + "/" + bench.subject().path()).status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void a_name_is_shown_as_it_is_or_refused_and_kept() {
        Browser beside = new Browser(port).signIn("ned@example.org", PASSWORD);
        ned.get("/me");
        for (String text : naughty) {
            if (text.isBlank()) continue;
            ned.submit("/me/profile", Map.of("name", text, "about", text));
            assertThat(ned.status()).as(text + "\n" + ned.text()).isIn(200, 422);
            assertThat(beside.get(mine).status()).as(text).isEqualTo(200);
        }
        ned.get("/me").submit("/me/profile", Map.of("name", "Ned \u202Eked", "about", ""));
        assertThat(ned.get(home + "/ideas").status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void nothing_leaves_a_text_that_no_database_holds() {
        for (String odd : new String[] {"a\0b", "\0", "\uD83D\uDE00".repeat(50_001), "x".repeat(60_001)}) {
            for (String title : new String[] {"Fine", odd}) {
                ned.get(home + "/ideas/new")
                        .submit(home + "/ideas", Map.of("title", title, "text", odd, "clause", "1"));
                assertThat(ned.status()).isEqualTo(422);
                assertThat(ned.get(home + "/comments/new?about="
                                        + bench.subject().key())
                                .submit(home + "/comments", Map.of("text", odd))
                                .status())
                        .isEqualTo(422);
            }
        }
    }

    @Test
    @Order(5)
    void a_text_is_recorded_though_its_beginning_ends_within_a_character() {
        String cut = "x" + " ".repeat(478) + "😀 and on";
        ned.get(home + "/comments/new?about=" + bench.subject().key()).submit(home + "/comments", Map.of("text", cut));
        assertThat(ned.status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void a_text_that_would_become_too_much_stands_there_as_it_was_written_and_the_page_goes_on() {
        String wide = "|" + "a|".repeat(2000) + "\n|" + "-|".repeat(2000) + "\n" + "|\n".repeat(600);
        for (String about : List.of(bench.subject().key())) {
            ned.get(home + "/comments/new?about=" + about).submit(home + "/comments", Map.of("text", wide));
            assertThat(ned.status()).isEqualTo(200);
            assertThat(ned.page().select(".as-written").text())
                    .startsWith("The tables of this text have too many cells to be laid out");
        }
        ned.get(home + "/ideas/new")
                .submit(home + "/ideas", Map.of("title", "Wide", "text", wide, "clause", "1", "interest", wide));
        assertThat(ned.status()).isIn(200, 422);
        ned.get("/me").submit("/me/profile", Map.of("name", "Ned", "about", wide));
        assertThat(ned.status()).isIn(200, 422);
        assertThat(ned.get(home + "/" + bench.subject().path()).status()).isEqualTo(200);
        assertThat(new Browser(port).get(home + "/ideas").status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void a_walk_as_an_onlooker_finds_no_broken_page_and_no_form_for_others() {
        walk(new Browser(port), false);
    }

    @Test
    @Order(7)
    void a_walk_as_a_member_finds_no_broken_page_and_a_token_in_every_form() {
        walk(ned, true);
    }

    @Test
    @Order(8)
    void nobody_writes_on_behalf_of_others() {
        String idea = home + "/" + bench.subject().path();
        Member ada = village.ada;
        String token = ned.get("/me").page().select("input[name=_csrf]").attr("value");
        for (String[] act : new String[][] {
            {idea, "title", "Mine"}, {idea + "/withdrawal", "why", "x"}, {idea + "/need", "need-do", "1"},
        }) {
            ned.post(act[0], Map.of("_csrf", token, act[1], act[2], "text", "Mine", "clause", "1", "version", "1"));
            assertThat(ned.status()).as(act[0]).isBetween(400, 499);
        }
        Idea after = ideas.get(bench.subject());
        assertThat(after.title()).isEqualTo(bench.title());
        assertThat(after.author()).isEqualTo(ada.person());
        assertThat(after.isOpen()).isTrue();
    }

    @Test
    @Order(9)
    void who_has_not_joined_writes_nothing() {
        people.create("Eve", "eve@example.org", PASSWORD);
        Browser eve = new Browser(port).signIn("eve@example.org", PASSWORD);
        Browser onlooker = new Browser(port);
        for (Browser browser : new Browser[] {eve, onlooker}) {
            String token = browser.get(browser == eve ? "/me" : "/sign-in")
                    .page()
                    .select("input[name=_csrf]")
                    .attr("value");
            for (String path : List.of(
                    "/ideas",
                    "/ideas/drafts",
                    "/ideas/1",
                    "/ideas/1/withdrawal",
                    "/ideas/1/need",
                    "/ideas/1/pledges",
                    "/ideas/1/contributions",
                    "/comments",
                    "/changes",
                    "/stewards/nominations",
                    "/mission",
                    "/results")) {
                browser.post(
                        home + path,
                        Map.of("_csrf", token, "title", "x", "text", "x", "clause", "1", "about", "IDEA-1"));
                assertThat(browser.status()).as(path).isIn(303, 403, 404, 405, 422);
                if (browser.status() == 303)
                    assertThat(browser.header("Location")).as(path).containsPattern("^(/sign-in|" + home + "/join)");
                if (browser.status() == 422)
                    assertThat(browser.page().select("input[name=begun]"))
                            .as(path)
                            .isNotEmpty();
                browser.post(home + path, Map.of("title", "x"));
                assertThat(browser.status()).as(path).isEqualTo(403);
            }
        }
    }

    private boolean isRefused(String text, String field) {
        assertThat(ned.status()).as(text + "\n" + ned.text()).isIn(200, 422);
        if (ned.status() == 200) return false;
        assertThat(field(field)).as(text).isEqualTo(lines(text));
        return true;
    }

    private String field(String name) {
        Element field = ned.page().select("main [name=" + name + "]").first();
        return field.normalName().equals("textarea") ? field.wholeText() : field.attr("value");
    }

    /** As browsers and the parser of pages see it. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void walk(Browser browser, boolean member) {
        Set<String> seen = new HashSet<>();
        ArrayDeque<String> waiting = new ArrayDeque<>(List.of(home));
        while (!waiting.isEmpty() && seen.size() < MOST_PAGES) {
            String address = waiting.poll();
            if (!seen.add(address)) continue;
            browser.get(address);
            assertThat(browser.status()).as(address).isIn(200, 415);
            if (!browser.header("Content-Type").startsWith("text/html")) continue;
            for (Element form : browser.page().select("form[method=post]")) {
                boolean joins = !form.select("input[name=joining-mail]").isEmpty();
                assertThat(member || joins || !form.attr("action").startsWith(home + "/"))
                        .as("%s on %s", form, address)
                        .isTrue();
                assertThat(form.select("input[name=_csrf]").attr("value"))
                        .as("%s on %s", form, address)
                        .isNotEmpty();
            }
            assertThat(browser.page()
                            .select("script:not([nonce]), [onclick], [onload], [onerror], a[href^=javascript]"))
                    .as(address)
                    .isEmpty();
            browser.page().select("a[href]").not(".prose a").forEach(link -> {
                String to = link.attr("href").replaceFirst("#.*", "");
                boolean own = to.startsWith(home) && link.closest("[class*=prose], .md, .text, .talk p") == null;
                if (own && !link.attr("rel").contains("ugc")) waiting.add(to);
            });
        }
        assertThat(seen).hasSizeGreaterThan(50);
    }
}
