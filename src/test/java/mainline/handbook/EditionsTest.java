package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Refused;
import mainline.people.People;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MainlineTest
class EditionsTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final HandbookExamples examples;
    private final Editions editions;
    private final HandbookImport imports;
    private final Proposals proposals;
    private final Reviews reviews;
    private final People people;
    private final Communities communities;
    private final TestClock clock;
    private final JdbcClient db;
    private Founded harbour;
    private Member joaquin;
    private String home;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    EditionsTest(
            HandbookExamples examples,
            Editions editions,
            HandbookImport imports,
            Proposals proposals,
            Reviews reviews,
            People people,
            Communities communities,
            TestClock clock,
            JdbcClient db) {
        this.examples = examples;
        this.editions = editions;
        this.imports = imports;
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
        harbour = examples.aCommunity();
        joaquin = examples.aMember(harbour, "Joaquín Pérez");
        examples.aMember(harbour, "Ngozi Eze");
        home = "/" + harbour.community().slug();
    }

    private Change merged(String path, String text) {
        clock.advance(Duration.ofMinutes(1));
        Change change = proposals.propose(joaquin, examples.aPage(harbour, path, text));
        clock.advance(Duration.ofHours(1));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
        return change;
    }

    private Browser read(String path) {
        return new Browser(port).get(home + path + (path.contains("?") ? "&" : "?") + "anew=" + NEXT.incrementAndGet());
    }

    private String git(Path in, String... words) throws Exception {
        return new GitClient(folder).run(in, words);
    }

    @Test
    void an_edition_tells_what_changed_and_is_a_tag_in_every_clone() throws Exception {
        Change first = merged(
                "meetings/start.md", "# Silent start\n\n[more](more.md#x)\n".replace("[more](more.md#x)", "More"));
        Edition one = editions.name(harbour.steward(), " 2026  autumn ", "The first of them.");
        assertThat(one.tag()).isEqualTo("2026-autumn");
        clock.advance(Duration.ofDays(1));
        Change second = merged("meetings/start.md", "# Loud start\n\n[it](start.md)");
        merged("top.md", "# Top");
        editions.name(harbour.steward(), "2027 spring", "");

        assertThat(read("/handbook?print").text()).contains("Edition 2027 spring");
        Browser list = read("/editions");
        assertThat(list.page().select(".rows h2").eachText()).containsExactly("2027 spring", "2026 autumn");
        assertThat(list.page().select("form[method=post]")).isEmpty();
        Browser shown = read("/editions/2027-spring");
        assertThat(shown.page().select("article a[href*=/changes/]").eachAttr("href"))
                .containsExactly(home + "/changes/" + second.subject().number(), home + "/changes/3");
        assertThat(shown.page().select("article h3").eachText()).containsExactly("meetings", "The whole handbook");
        assertThat(shown.text()).contains("Joaquín Pérez", "meetings/start.md", "git clone --branch 2027-spring");
        Browser earlier = read("/editions/2026-autumn");
        assertThat(earlier.text()).contains("The first of them.", "1 other edit", "What came in up to here");
        assertThat(earlier.page().select("article a[href*=/changes/]").eachAttr("href"))
                .containsExactly(home + "/changes/" + first.subject().number());
        assertThat(new Browser(port).get(home + "/record").text())
                .contains("Amara Okafor named the edition 2026 autumn of the handbook");

        git(folder, "clone", "-q", "http://localhost:" + port + home + "/handbook.git", "clone");
        Path clone = folder.resolve("clone");
        assertThat(git(clone, "tag")).isEqualTo("2026-autumn\n2027-spring\n");
        assertThat(git(clone, "cat-file", "-t", "2026-autumn")).isEqualTo("tag\n");
        assertThat(git(clone, "tag", "-n50", "--format=%(contents)", "-l", "2027-spring"))
                .startsWith("2027 spring\n")
                .contains("meetings/\n- Say meetings/start.md (2, Joaquín Pérez)");
        assertThat(git(clone, "show", "2026-autumn:meetings/start.md")).contains("Silent start");
        git(clone, "fsck", "--strict");
    }

    @Test
    void pages_of_an_edition_are_read_as_they_were_and_lead_to_each_other() {
        merged("meetings/start.md", "# Silent start\n\n[itself](start.md#part) [front](../README.md)\n\n## Part\n");
        editions.name(harbour.steward(), "v1", "");
        clock.advance(Duration.ofDays(1));
        merged("meetings/start.md", "# Loud start\n\n[front](../README.md)");
        assertThat(read("/handbook/meetings/start").page().select("h1").text()).isEqualTo("Loud start");
        Browser then = read("/handbook/meetings/start?edition=v1");
        assertThat(then.page().select("h1").text()).isEqualTo("Silent start");
        assertThat(then.text()).contains("as it was in the edition v1");
        assertThat(then.page().select(".prose a:not(.here)").eachAttr("href"))
                .containsExactly(
                        home + "/handbook/meetings/start?edition=v1#part", home + "/handbook/README?edition=v1");
        assertThat(read("/editions/v1").page().select("aside a[href*=edition=]").eachText())
                .containsExactly("The handbook of " + harbour.community().name());
        assertThat(read("/editions/v1?in=meetings")
                        .page()
                        .select("aside a[href*=edition=]")
                        .eachText())
                .containsExactly("Silent start");
        assertThat(read("/handbook/meetings?edition=v1")
                        .page()
                        .select("aside a[href*=edition=]")
                        .eachText())
                .containsExactly("Silent start");
        for (String odd : new String[] {
            "/editions/v2",
            "/editions/v1?in=nothing",
            "/editions/v1?in=..",
            "/editions/v1?in=README.md",
            "/editions/..",
            "/handbook/nothing?edition=v1",
            "/handbook/README?edition=v2",
            "/handbook/x.png?edition=v1",
            "/editions?before=v2"
        }) assertThat(read(odd).status()).as(odd).isIn(400, 404);
    }

    @Test
    void a_name_is_given_once_for_something_new_by_a_steward_of_the_whole() {
        editions.name(harbour.steward(), "v1", "");
        assertThatThrownBy(() -> editions.name(harbour.steward(), "v2", ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("edition.nothing-new");
        merged("page.md", "# Page");
        for (String taken : new String[] {"v1", "V1", " v1 ", "v1?"})
            assertThatThrownBy(() -> editions.name(harbour.steward(), taken, ""))
                    .as(taken)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("edition.taken");
        assertThatThrownBy(() -> editions.name(joaquin, "v2", ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("edition.steward-only");
        for (String odd : new String[] {"", "   ", "///", "..", "🚀", "x".repeat(81), "HEAD", "con"})
            assertThatThrownBy(() -> editions.name(harbour.steward(), odd, ""))
                    .as(odd)
                    .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> editions.name(harbour.steward(), "v2", "x".repeat(301)))
                .isInstanceOf(Refused.class);
        assertThat(editions.name(harbour.steward(), "v2", "").tag()).isEqualTo("v2");
    }

    @ParameterizedTest
    @CsvSource({
        "2026 autumn, 2026-autumn",
        "v1.2, v1.2",
        "  a..b  , a.b",
        "release/1:0, release-1-0",
        "--x.lock, x",
        "طبعة الخريف, طبعة-الخريف",
        "Otoño 2026!, Otoño-2026",
        "@{1}, 1",
        "a~^?*[b, a-b",
    })
    void a_name_becomes_one_that_git_can_hold(String name, String tag) {
        assertThat(Editions.tag(name)).isEqualTo(tag);
    }

    @Test
    void of_two_who_name_at_once_one_is_told_why_not() throws Exception {
        merged("page.md", "# Page");
        List<String> told = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Future<Edition>> both = List.of(
                    pool.submit(() -> editions.name(harbour.steward(), "same", "")),
                    pool.submit(() -> editions.name(harbour.steward(), "same", "")));
            for (Future<Edition> each : both) {
                try {
                    told.add(each.get().tag());
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(Refused.class);
                    told.add("refused");
                }
            }
        }
        assertThat(told).containsExactlyInAnyOrder("same", "refused");
    }

    @Test
    void a_steward_names_an_edition_in_the_browser() {
        String mail = "founder-of-editions-" + NEXT.incrementAndGet() + "@example.org";
        var founder = people.create("Amara Okafor", mail, "seven quiet lanterns");
        var community = communities.found("Quay " + NEXT.get(), "quay-" + NEXT.get(), "UTC", founder.id());
        Browser amara = new Browser(port).get("/sign-in?then=/me");
        amara.submit("/sign-in", Map.of("mail", mail, "password", "seven quiet lanterns"));
        String quay = "/" + community.slug();
        amara.get(quay + "/editions");
        assertThat(amara.text()).contains("No change and 1 other edit");
        amara.submit(quay + "/editions", Map.of("name", "", "words", "Kept"));
        assertThat(amara.status()).isEqualTo(422);
        assertThat(amara.page().select("input[name=words]").attr("value")).isEqualTo("Kept");
        amara.submit(quay + "/editions", Map.of("name", "v1 <b>", "words", "<script>alert(1)</script>"));
        assertThat(amara.text()).contains("The edition is named", "v1 <b>");
        assertThat(amara.page().select("article script")).isEmpty();
        amara.get(quay + "/editions").submit(quay + "/editions", Map.of("name", "v2"));
        assertThat(amara.status()).isEqualTo(422);
        assertThat(amara.text()).contains("Nothing changed since the edition “v1 <b>”");
        assertThat(new Browser(port).ask(quay + "/editions").status()).isEqualTo(200);
    }

    @Test
    void tags_that_came_with_a_history_are_editions_too() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        git(repository, "init", "-q", "-b", "main");
        git(repository, "config", "user.name", "Ana");
        git(repository, "config", "user.email", "ana@example.org");
        Files.writeString(repository.resolve("README.md"), "# Old\n");
        git(repository, "add", ".");
        git(repository, "commit", "-qm", "First");
        git(repository, "tag", "-am", "The <b>old</b> one", "release/1.0");
        git(repository, "tag", "plain");
        Files.writeString(repository.resolve("README.md"), "# New\n");
        git(repository, "commit", "-qam", "Second");
        git(repository, "tag", "-am", "x".repeat(5000), "release/2.0");
        git(repository, "tag", "blob", "HEAD:README.md");
        imports.bring(repository, harbour.community(), null, line -> {});
        Browser list = read("/editions");
        assertThat(list.page().select(".rows h2").eachText())
                .containsExactlyInAnyOrder("release/1.0", "plain", "release/2.0");
        assertThat(list.text()).contains("The old one", "Ana");
        assertThat(read("/editions/release/1.0")
                        .page()
                        .select("aside a[href*=edition=]")
                        .eachText())
                .containsExactly("Old");
        assertThat(read("/handbook/README?edition=release/1.0")
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo("Old");
        assertThatThrownBy(() -> editions.name(harbour.steward(), "release", ""))
                .isInstanceOf(Refused.class);
    }
}
