package mainline.remarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.handbook.GitClient;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import mainline.people.People;
import mainline.review.Reviews;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviewing on the page of a change, in a browser without scripts. */
@MainlineTest
class RemarkPagesTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String ARABIC = "يقرأ الجميع الصفحة في صمت لمدة خمس دقائق قبل بدء النقاش";
    private static final String TEA =
            "# Tea\n\nWe drink tea at four.\n\n" + ARABIC + "\n\nWhoever is last\nwashes up.\n\nThe end.\n";

    private final HandbookExamples examples;
    private final People people;
    private final Communities communities;
    private final Changes changes;
    private final Proposals proposals;
    private final Remarks remarks;
    private final Reviews reviews;
    private final AccessTokens tokens;
    private final JdbcClient sql;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private Founded harbour;
    private Member joaquin;
    private Member ngozi;
    private Browser author;
    private Browser reviewer;
    private Change change;
    private String page;

    RemarkPagesTest(
            HandbookExamples examples,
            People people,
            Communities communities,
            Changes changes,
            Proposals proposals,
            Remarks remarks,
            Reviews reviews,
            AccessTokens tokens,
            JdbcClient sql) {
        this.examples = examples;
        this.people = people;
        this.communities = communities;
        this.changes = changes;
        this.proposals = proposals;
        this.remarks = remarks;
        this.reviews = reviews;
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void a_change() {
        sql.sql("delete from rate_limit").update();
        harbour = examples.aCommunity();
        String writer = "remark-writer" + NEXT.incrementAndGet() + "@example.org";
        String reader = "remark-reader" + NEXT.get() + "@example.org";
        joaquin = member(writer, "Joaquín Pérez");
        ngozi = member(reader, "Ngozi Eze");
        author = signedIn(writer);
        reviewer = signedIn(reader);
        change = proposals.propose(joaquin, examples.aPage(harbour, "tea.md", TEA));
        page = "/" + harbour.community().slug() + "/" + change.path();
    }

    private Member member(String mail, String name) {
        var person = people.create(name, mail, PASSWORD).id();
        communities.join(harbour.community().id(), person);
        return new Member(harbour.community().id(), person);
    }

    private Browser signedIn(String mail) {
        return new Browser(port)
                .get("/sign-in?then=/me")
                .submit("/sign-in", Map.of("mail", mail, "password", PASSWORD));
    }

    private Remark on(Member member, boolean before, String path, int version, int line, String text) {
        return remarks.make(
                member,
                change.subject(),
                new Remark.Draft(new Remark.Anchor(version, before, path, line, line, ""), text, "", null, true));
    }

    private Change revise(String text) {
        Change now = changes.get(change.subject());
        return proposals.revise(joaquin, change.subject(), now.version(), examples.aPage(harbour, "tea.md", text));
    }

    /** The paragraph that a remark stands below. */
    private static String above(Browser browser, Remark remark) {
        Element shown = browser.page().getElementById(remark.place());
        assertThat(shown).as(browser.text()).isNotNull();
        for (Element at = shown; at != null; at = at.previousElementSibling())
            if (at.hasClass("beside")) return at.child(0).text();
        return "";
    }

    @Test
    void a_reader_remarks_on_a_paragraph_and_suggests_a_wording_that_the_author_takes() {
        reviewer.get(page);
        Element plus = reviewer.page().select("a.say[aria-label$=8]").first();
        assertThat(plus).as("the paragraph's last line has the link").isNotNull();
        assertThat(reviewer.page().select("a.say[aria-label$=7]").size())
                .as("its other lines have none")
                .isZero();
        reviewer.get(page + plus.attr("href").replaceAll("#.*", ""));
        assertThat(reviewer.page()
                        .select("form.saying textarea[name=suggestion]")
                        .text())
                .isEqualToNormalizingWhitespace("Whoever is last washes up.");
        reviewer.submit(page + "/remarks", Map.of("remark", "Always the same people.", "suggestion", "All\nwash up."));
        assertThat(reviewer.path()).isEqualTo(page);
        assertThat(reviewer.text()).contains("Your remark stands beside the text", "Always the same people.");
        Remark remark = remarks.of(change).getFirst();
        assertThat(remark.anchor().first()).isEqualTo(7);
        assertThat(remark.anchor().last()).isEqualTo(8);
        assertThat(above(reviewer, remark)).contains("washes up.");
        assertThat(reviewer.page().select("form[action$=suggestions]"))
                .as("only the author takes it")
                .isEmpty();
        author.get(page).submit(page + "/suggestions", Map.of());
        assertThat(author.text())
                .contains("The new version has the wording in it", "version 2", "Taken in version 2", "Ngozi Eze");
        assertThat(author.page().select("ins").text()).contains("All", "wash up.");
    }

    @Test
    void what_was_typed_stays_when_a_remark_is_refused() {
        reviewer.get(page + "?version=1&on=0.b3-3");
        reviewer.submit(page + "/remarks", Map.of("remark", " ", "suggestion", "We drink tea at four."));
        assertThat(reviewer.status()).isEqualTo(422);
        reviewer.get(page + "?version=1&on=0.b3-3");
        reviewer.submit(page + "/remarks", Map.of("remark", "x".repeat(20_001), "suggestion", "At five."));
        assertThat(reviewer.status()).isEqualTo(422);
        assertThat(reviewer.page()
                        .select("form.saying textarea[name=suggestion]")
                        .val())
                .isEqualTo("At five.");
        assertThat(reviewer.page().select("form.saying [aria-invalid=true]")).isNotEmpty();
        assertThat(remarks.of(change)).isEmpty();
    }

    @Test
    void by_lines_a_remark_is_about_as_many_as_one_says() {
        reviewer.get(page + "?view=source&version=1&on=0.b3-3");
        reviewer.submit(page + "/remarks", Map.of("remark", "All this.", "last", "5"));
        assertThat(reviewer.path()).isEqualTo(page + "?view=source");
        assertThat(reviewer.text()).contains("On lines 3 to 5");
        assertThat(remarks.of(change).getFirst().anchor().wording()).isEqualTo("We drink tea at four.\n\n" + ARABIC);
        reviewer.get(page + "?view=source&version=1&on=0.b3-3");
        reviewer.submit(page + "/remarks", Map.of("remark", "All this.", "last", "2"));
        assertThat(reviewer.status()).isEqualTo(422);
        assertThat(reviewer.text()).contains("that comes after the first");
    }

    @Test
    void a_remark_follows_its_text_through_versions() {
        Remark tea = on(ngozi, false, "tea.md", 1, 3, "Why four?");
        Remark silence = on(ngozi, false, "tea.md", 1, 5, "Why five?");
        Remark end = on(ngozi, false, "tea.md", 1, 10, "Which end?");
        revise("# Tea\n\nOne line more.\n\n" + ARABIC + "\n\nWe drink tea at half past four.\n");
        reviewer.get(page);
        assertThat(above(reviewer, silence)).contains(ARABIC);
        assertThat(above(reviewer, tea)).contains("half past four");
        Element moved = reviewer.page().getElementById(tea.place());
        assertThat(moved.text()).contains("About an earlier wording", "We drink tea at four.");
        assertThat(reviewer.page().getElementById(silence.place()).text()).doesNotContain("earlier");
        Element gone = reviewer.page().getElementById(end.place());
        assertThat(gone.closest("section").text()).startsWith("Remarks on text that does not stand here");
        assertThat(gone.text()).contains("The end.");
        reviewer.get(page + "?version=1");
        assertThat(above(reviewer, end)).contains("The end.");
        reviewer.get(page + "?version=2&since=1");
        assertThat(above(reviewer, silence)).contains(ARABIC);
        reviewer.get(page + "?view=source");
        assertThat(reviewer.page().select(".remark")).hasSize(3);
    }

    @Test
    void of_a_paragraph_that_occurs_twice_the_remark_keeps_its_own() {
        Change twice = proposals.propose(
                joaquin,
                examples.aPage(harbour, "twice.md", "# One\n\nBring a cup.\n\n# Two\n\nBring a cup.\n\nLast.\n"));
        change = twice;
        page = "/" + harbour.community().slug() + "/" + change.path();
        Remark second = on(ngozi, false, "twice.md", 1, 7, "Again?");
        proposals.revise(
                joaquin,
                twice.subject(),
                1,
                examples.aPage(
                        harbour, "twice.md", "# One\n\nNew.\n\nBring a cup.\n\n# Two\n\nBring a cup.\n\nLast.\n"));
        reviewer.get(page);
        Element shown = reviewer.page().getElementById(second.place());
        List<String> before = shown.previousElementSiblings().stream()
                .filter(at -> at.hasClass("beside"))
                .map(at -> at.child(0).text())
                .toList();
        assertThat(before.get(0)).contains("Bring a cup.");
        assertThat(before.get(1)).isEqualTo("Two");
    }

    @Test
    void a_line_that_the_change_takes_out_can_be_remarked_on() {
        Change merged =
                proposals.propose(joaquin, examples.aPage(harbour, "cups.md", "# Cups\n\nBring a cup.\n\nLast.\n"));
        reviews.approve(harbour.steward(), merged.subject(), 1, "");
        reviews.merge(harbour.steward(), merged.subject());
        change = proposals.propose(joaquin, examples.aPage(harbour, "cups.md", "# Cups\n\nLast.\n"));
        page = "/" + harbour.community().slug() + "/" + change.path();
        reviewer.get(page);
        Element plus = reviewer.page().select(".beside:has(del) a.say").first();
        reviewer.get(page + plus.attr("href").replaceAll("#.*", ""));
        assertThat(reviewer.page().select("form.saying textarea[name=suggestion]"))
                .isEmpty();
        reviewer.submit(page + "/remarks", Map.of("remark", "Keep it."));
        Remark remark = remarks.of(change).getFirst();
        assertThat(remark.anchor().before()).isTrue();
        assertThat(above(reviewer, remark)).contains("Bring a cup.");
        proposals.revise(
                joaquin, change.subject(), 1, examples.aPage(harbour, "cups.md", "# Cups\n\nThe last line.\n"));
        reviewer.get(page);
        assertThat(above(reviewer, remark)).contains("Bring a cup.");
        assertThat(reviewer.page().getElementById(remark.place()).text()).doesNotContain("earlier");
    }

    @Test
    void who_may_not_finds_no_way_to_remark() {
        Browser onlooker = new Browser(port).get(page);
        assertThat(onlooker.page().select("a.say, form.saying")).isEmpty();
        assertThat(onlooker.get(page + "/remarks/new?version=1&on=0.b3-3").path())
                .startsWith("/join?community=");
        proposals.withdraw(joaquin, change.subject());
        reviewer.get(page + "?version=1&on=0.b3-3");
        assertThat(reviewer.page().select("a.say, form.saying")).isEmpty();
        assertThat(reviewer.get(page + "/remarks/new?version=1&on=0.b3-3").status())
                .isEqualTo(404);
        for (String odd : List.of("0.b99-99", "7.b1-1", "0.b3-1", "x", "0.b0-0", "0.b9999999-9999999")) {
            assertThat(reviewer.get(page + "?version=1&on=" + odd).status())
                    .as(odd)
                    .isEqualTo(200);
            assertThat(reviewer.get(page + "/remarks/new?version=1&on=" + odd).status())
                    .as(odd)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_remark_has_an_address_of_its_own_and_takes_answers() {
        Remark remark = on(ngozi, false, "tea.md", 1, 3, "Why four?");
        author.ask("/" + harbour.community().slug() + "/remarks/"
                + remark.subject().number());
        assertThat(author.header("Location")).endsWith(change.path() + "#" + remark.place());
        author.get(page);
        String answer =
                author.page().select("#" + remark.place() + " .acts a").first().attr("href");
        author.get(answer);
        author.submit("/" + harbour.community().slug() + "/comments", Map.of("text", "The kitchen opens then."));
        assertThat(author.path()).isEqualTo(page);
        assertThat(author.page().getElementById(remark.place()).text()).contains("The kitchen opens then.");
        author.submit(
                "/" + harbour.community().slug() + "/remarks/"
                        + remark.subject().number() + "/resolution",
                Map.of());
        assertThat(author.text()).contains("Resolved: a remark by Ngozi Eze");
        assertThat(author.page().select(".remark.done > summary .face").text()).isEqualTo("NE");
        reviewer.get(page)
                .submit(
                        "/" + harbour.community().slug() + "/remarks/"
                                + remark.subject().number() + "/resolution",
                        Map.of());
        assertThat(reviewer.text()).contains("The remark is open again");
    }

    @Test
    void two_hundred_remarks_stand_on_one_page() {
        String text = IntStream.range(0, 100)
                .mapToObj(n -> "Paragraph " + n + " says something of its own.")
                .collect(Collectors.joining("\n\n"));
        change = proposals.propose(joaquin, examples.aPage(harbour, "long.md", text));
        page = "/" + harbour.community().slug() + "/" + change.path();
        for (int n = 0; n < 200; n++) on(ngozi, false, "long.md", 1, 1 + 2 * (n % 100), "Remark " + n);
        proposals.revise(
                joaquin, change.subject(), 1, examples.aPage(harbour, "long.md", "New at the top.\n\n" + text + "\nx"));
        reviewer.get(page);
        assertThat(reviewer.status()).isEqualTo(200);
        Map<String, Integer> seen = new HashMap<>();
        for (Element remark : reviewer.page().select(".remark")) seen.merge(remark.id(), 1, Integer::sum);
        assertThat(seen).hasSize(200).doesNotContainValue(2);
        assertThat(above(reviewer, remarks.of(change).get(142))).contains("Paragraph 42 ");
        assertThat(new Browser(port).get(page + "?view=source").page().select(".remark"))
                .hasSize(200);
    }

    @Test
    void a_remark_follows_a_file_to_its_new_name() throws Exception {
        String key = tokens.make(joaquin.person(), "laptop", AccessToken.Scope.PUSH);
        GitClient git = new GitClient(folder);
        git.run(
                folder,
                "clone",
                "-q",
                "http://git:" + key + "@localhost:" + port + "/"
                        + harbour.community().slug() + "/handbook.git",
                "clone");
        Path clone = folder.resolve("clone");
        git.run(clone, "config", "user.name", "Joaquín");
        git.run(clone, "config", "user.email", "joaquin@example.org");
        Files.writeString(clone.resolve("cups.md"), "# Cups\n\nBring a cup.\n\nWash it up.\n\nTake it home.\n");
        Files.writeString(clone.resolve("list.txt"), "cups\nplates\n");
        git.run(clone, "add", "-A");
        git.run(clone, "commit", "-qm", "Say what to bring");
        git.run(clone, "push", "-q", "origin", "HEAD:refs/heads/change/cups");
        change = changes.open(harbour.community().id(), 0, 1).items().getFirst();
        page = "/" + harbour.community().slug() + "/" + change.path();
        Remark cup = on(ngozi, false, "cups.md", 1, 5, "With what?");
        Remark plain = on(ngozi, false, "list.txt", 1, 2, "How many?");
        assertThat(reviewer.get(page).page().select(".diff.source").text()).contains("plates");
        assertThat(above(reviewer, plain)).isNotNull();
        git.run(clone, "mv", "cups.md", "mugs.md");
        Files.writeString(clone.resolve("mugs.md"), "# Mugs\n\nBring a cup.\n\nWash it up.\n\nTake it home.\n");
        git.run(clone, "add", "-A");
        git.run(clone, "commit", "-qm", "Call them mugs");
        git.run(clone, "push", "-q", "origin", "HEAD:refs/heads/change/cups");
        assertThat(changes.get(change.subject()).version()).isEqualTo(2);
        reviewer.get(page);
        assertThat(above(reviewer, cup)).contains("Wash it up.");
        assertThat(reviewer.text()).doesNotContain("Remarks on text that does not stand here");
    }

    @Test
    void the_author_asks_somebody_on_the_page_who_passes_it_on_and_is_away() {
        String handle = people.get(ngozi.person()).handle();
        author.get(page).submit(page + "/asks", Map.of("person", "nobody-of-that-name"));
        assertThat(author.status()).isEqualTo(422);
        assertThat(author.page().select("input[name=person]").val()).isEqualTo("nobody-of-that-name");
        author.get(page).submit(page + "/asks", Map.of("person", "@" + handle));
        assertThat(author.text()).contains("They are asked", "Ngozi Eze looks at it");
        reviewer.get(page.replaceAll("/\\d+$", ""));
        assertThat(reviewer.text()).contains("Waits for you", "waits for Amara Okafor, Ngozi Eze since");
        reviewer.get(page).submit(page + "/asks/mine", Map.of());
        assertThat(reviewer.text())
                .contains("The author may ask somebody else")
                .doesNotContain("Ngozi Eze looks at it");
        reviewer.submit(page + "/absence", Map.of("until", "soon"));
        assertThat(reviewer.status()).isEqualTo(422);
        reviewer.get(page).submit(page + "/absence", Map.of("until", "2026-04-01"));
        assertThat(reviewer.text()).contains("You are away. That ends");
        author.get(page).submit(page + "/asks", Map.of("person", handle));
        assertThat(author.text()).contains("They are away until");
        reviewer.get(page).submit(page + "/absence", Map.of());
        assertThat(reviewer.text()).contains("Welcome back", "I am away for a while");
    }
}
