package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import mainline.exchange.WordPressImport;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.platform.TestMail;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The whole product as a story, told on the founding page: its author and two visitors walk the loop once around, in
 * browsers without scripts, against the running server. Each step goes on where the one before ended.
 */
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoopTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String HERE = "/lead-change";

    private final WordPressImport imports;
    private final People people;
    private final TestMail mails;
    private final TestClock clock;
    private final Jobs jobs;

    @LocalServerPort
    private int port;

    private Path seed = Path.of("");
    private Browser mike;
    private Browser ana;
    private Browser ben;

    /** Paths of what the story is about, as the pages gave them. */
    private String idea = "";

    private String project = "";
    private String change = "";
    private String practice = "";
    private String draft = "";

    LoopTest(WordPressImport imports, People people, TestMail mails, TestClock clock, Jobs jobs) {
        this.imports = imports;
        this.people = people;
        this.mails = mails;
        this.clock = clock;
        this.jobs = jobs;
    }

    @BeforeAll
    void somebody_runs_the_installation() {
        seed = SharedData.file("seed/lead-change.wxr.xml");
        people.create("Olga Operator", "olga@example.org", PASSWORD);
        mike = new Browser(port);
        ana = new Browser(port);
        ben = new Browser(port);
    }

    @Test
    @Order(1)
    void the_founding_page_becomes_a_community() {
        imports.bring(seed, "lead-change");
        Browser onlooker = new Browser(port).get(HERE);
        assertThat(onlooker.page().select("h1").text()).isEqualTo("Character-based leadership");
        onlooker.get(HERE + "/ideas/1");
        assertThat(onlooker.path()).isEqualTo(HERE + "/ideas/1-open-source-leadership");
        assertThat(onlooker.text()).contains("by Mike Henry", "October 8, 2009", "10 comments", "perry maughmer");
        assertThat(onlooker.page().select(".talk .talk > li")).hasSize(5);
    }

    @Test
    @Order(2)
    void its_author_claims_what_is_his_through_his_address() {
        join(mike, "Mike Henry", "mike-henry@example.org");
        assertThat(mike.get(HERE + "/people/mike-henry").status()).isEqualTo(200);
        assertThat(mike.get("/me").text()).contains("Mike Henry");
        assertThat(mike.get(HERE + "/ideas/1").page().select("a[href$=/ideas/1/edit]"))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void two_visitors_join() {
        join(ana, "Ana Ruiz", "ana@example.org");
        join(ben, "Ben Okri", "ben@example.org");
        assertThat(ana.get(HERE + "/people").text()).contains("Mike Henry", "Ana Ruiz", "Ben Okri");
    }

    private void join(Browser browser, String name, String mail) {
        browser.get("/join?community=lead-change").submit("/join", Map.of("name", name, "mail", mail));
        String link = mails.linkTo(mail);
        browser.get(link).submit(link, Map.of("password", PASSWORD));
        browser.get(HERE + "/ideas/new");
        if (browser.path().contains("/join")) browser.submit(HERE + "/join", Map.of());
    }

    @Test
    @Order(4)
    void a_newcomers_first_comment_is_owed_a_reply_until_somebody_answers() {
        ana.get(HERE + "/ideas/1").submit(HERE + "/comments", Map.of("text", "Can we do that? **Yes**, if we try it."));
        assertThat(ana.page().select(".talk").text()).contains("Can we do that? Yes, if we try it.");
        mike.get(HERE + "/welcome");
        assertThat(mike.text()).contains("Ana Ruiz wrote for the first time");
        mike.get(mike.page().select("a.btn.go[href*=replyTo]").attr("href"));
        mike.submit(HERE + "/comments", Map.of("text", "Then begin. What would you try first?"));
        assertThat(mike.get(HERE + "/welcome").text()).contains("Everybody has been answered");
    }

    @Test
    @Order(5)
    void somebody_puts_an_idea_forward_and_says_what_it_needs() {
        ana.get(HERE + "/ideas/new");
        ana.submit(
                HERE + "/ideas",
                Map.of(
                        "title", "Answer every visitor within a day",
                        "text", "It costs a few minutes, and people come back.\n\nWe take turns for a month and count.",
                        "clause", "1",
                        "interest", "I look after the comments",
                        "need-do", "3",
                        "need-test", "2"));
        idea = ana.path();
        assertThat(idea).isEqualTo(HERE + "/ideas/2-answer-every-visitor-within-a-day");
        assertThat(ana.text()).contains("I look after the comments", "Your idea is published");
    }

    @Test
    @Order(6)
    void when_pledges_cover_the_need_the_idea_becomes_a_project() {
        pledge(ana, "DO", "3");
        assertThat(ana.get(idea).text()).contains("2 h").doesNotContain("This idea is a project now");
        pledge(ben, "TEST", "2");
        ben.get(idea);
        assertThat(ben.text()).contains("This idea is a project now");
        project = ben.page().select(".stands a.btn.go[href*=/projects/]").attr("href");
        project = ben.get(project).path();
        assertThat(project).startsWith(HERE + "/projects/1");
    }

    private void pledge(Browser who, String kind, String hours) {
        who.get(HERE + "/ideas/2/pledges");
        who.submit(
                HERE + "/ideas/2/pledges",
                Map.of("kind", kind, "hours", hours, "by", today().plusDays(20).toString()));
        assertThat(who.status()).as(who.text()).isEqualTo(200);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Test
    @Order(7)
    void the_first_who_promised_to_do_it_convenes_and_sets_measures_and_a_date() {
        ana.get(project).submit(HERE + "/projects/1/convener", Map.of());
        ana.get(HERE + "/projects/1/plan");
        ana.submit(
                HERE + "/projects/1/plan",
                Map.of(
                        "what-1", "Hours until the first reply",
                        "how-1", "from the record",
                        "baseline-1", "30",
                        "target-1", "24",
                        "review", today().plusDays(40).toString()));
        assertThat(ana.get(project).text()).contains("Hours until the first reply", "Ana Ruiz");
    }

    @Test
    @Order(8)
    void work_counts_when_another_member_confirms_it() {
        ana.get(project).submit(HERE + "/projects/1/tasks", Map.of("title", "Make a rota"));
        ben.get(project).submit(HERE + "/tasks/1/claim", Map.of());
        ben.get(project).submit(HERE + "/tasks/1/finish", Map.of());
        ben.get(HERE + "/ideas/2/contributions");
        ben.submit(
                HERE + "/ideas/2/contributions",
                Map.of(
                        "what",
                        "The rota, and two weeks on it",
                        "kind",
                        "TEST",
                        "hours",
                        "2",
                        "day",
                        today().toString()));
        assertThat(ben.get(HERE + "/contributions/1").page().select("form[action$=/confirmation]"))
                .as("nobody confirms their own work")
                .isEmpty();
        ana.get(HERE + "/contributions/1").submit(HERE + "/contributions/1/confirmation", Map.of());
        assertThat(new Browser(port).get(project).text()).contains("2 of 2");
    }

    @Test
    @Order(9)
    void what_was_learned_enters_the_handbook_through_review() {
        ana.get(HERE + "/handbook?new&from=PROJECT-1");
        ana.submit(
                HERE + "/changes",
                Map.of(
                        "name", "Answering visitors",
                        "folder", "welcome",
                        "text", "# Answering visitors\n\nEvery visitor gets a reply in a day. We take turns.",
                        "title", "Add: Answering visitors",
                        "why", "Two weeks of it worked."));
        change = ana.path();
        assertThat(change).as(ana.text()).startsWith(HERE + "/changes/1");
        assertThat(ana.page().select("form[action$=/merge]"))
                .as("it waits for a steward")
                .isEmpty();
        mike.get(change).submit(HERE + "/changes/1/approvals", Map.of());
        mike.get(change).submit(HERE + "/changes/1/merge", Map.of());
        Browser onlooker = new Browser(port).get(HERE + "/handbook/welcome/answering-visitors");
        assertThat(onlooker.status()).as(mike.text()).isEqualTo(200);
        assertThat(onlooker.text()).contains("Every visitor gets a reply in a day");
    }

    @Test
    @Order(10)
    void a_stock_git_client_gets_the_same_with_authors(@TempDir Path folder) throws Exception {
        assertThat(run(folder, "git", "clone", "-q", "http://localhost:" + port + HERE + "/handbook.git", "book"))
                .isEmpty();
        Path book = folder.resolve("book");
        assertThat(Files.readString(book.resolve("welcome/answering-visitors.md")))
                .contains("We take turns.");
        assertThat(run(book, "git", "log", "-1", "--format=%an: %s")).startsWith("Ana Ruiz: Add: Answering visitors");
        assertThat(run(book, "git", "fsck", "--strict")).doesNotContain("error", "warning");
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    @Order(11)
    void members_try_what_the_handbook_says_and_report() {
        ana.get(HERE + "/handbook/welcome/answering-visitors");
        practice = ana.get(HERE + "/results/1").path();
        assertThat(practice).isEqualTo(HERE + "/results/1-answering-visitors");
        clock.advance(Duration.ofDays(14));
        report(ben, "Town library", "30", "9", "CHANGES", "Nobody knew what to do on Sundays.");
        report(mike, "The blog", "26", "20", "YES", "It worked.");
        assertThat(new Browser(port).get(practice).text()).contains("1 of 2", "Nobody knew what to do on Sundays");
    }

    private void report(Browser who, String place, String before, String after, String keep, String happened) {
        who.get(HERE + "/results/1/trials");
        who.submit(
                HERE + "/results/1/trials",
                Map.of(
                        "place", place,
                        "day", today().minusDays(1).toString(),
                        "before", before,
                        "after", after,
                        "keep", keep,
                        "happened", happened));
        assertThat(who.status()).as(who.text()).isEqualTo(200);
    }

    @Test
    @Order(12)
    void on_the_day_a_verdict_is_asked_for_by_itself() {
        jobs.run("open-evaluations");
        assertThat(ana.get(HERE).text()).doesNotContain("It is time to look back on");
        clock.advance(Duration.ofDays(27));
        jobs.run("open-evaluations");
        jobs.run("open-evaluations");
        assertThat(ana.get(HERE).text()).contains("It is time to look back on");
        assertThat(new Browser(port)
                        .get(HERE + "/record?about=evaluation")
                        .page()
                        .select("main .log li"))
                .as("however often the clock strikes")
                .hasSize(1);
    }

    @Test
    @Order(13)
    void to_revise_drafts_the_next_change_and_the_loop_goes_round() {
        ana.get(HERE + "/projects/1/verdict");
        ana.submit(
                HERE + "/projects/1/verdict",
                Map.of("choice", "REVISE", "reason", "It works; Sundays are missing from the page."));
        assertThat(ana.text()).contains("Sundays are missing from the page");
        draft = ana.page().select("main a[href*=/changes/2]").attr("href");
        assertThat(ana.get(draft).text()).contains("Answering visitors").containsIgnoringCase("draft");
        ana.get(HERE + "/changes/2/edit");
        assertThat(ana.page().select("textarea[name=text]").text())
                .as("it cites the trials")
                .contains(HERE + "/trials/1", "Nobody knew what to do on Sundays");
        ana.submit(
                HERE + "/changes/2/versions",
                Map.of(
                        "text",
                        "# Answering visitors\n\nEvery visitor gets a reply in a day, on Sundays too. We take turns."));
        mike.get(HERE + "/changes/2").submit(HERE + "/changes/2/approvals", Map.of());
        mike.get(HERE + "/changes/2").submit(HERE + "/changes/2/merge", Map.of());
        assertThat(new Browser(port)
                        .get(HERE + "/handbook/welcome/answering-visitors")
                        .text())
                .contains("on Sundays too");
    }

    @Test
    @Order(14)
    void from_any_page_the_whole_line_can_be_walked() {
        for (String page : new String[] {idea, project, change, practice, HERE + "/changes/2"}) {
            Browser onlooker = new Browser(port).get(page);
            assertThat(onlooker.page().select("ol.line a").eachAttr("href").stream()
                            .map(href -> href.replaceFirst("[#?].*", "").replaceFirst(HERE + "/([a-z]+).*", "$1"))
                            .distinct())
                    .as(page)
                    .contains("mission", "ideas", "projects", "changes", "handbook", "results");
        }
    }

    @Test
    @Order(15)
    void the_record_tells_it_all() {
        String told = new Browser(port).get(HERE + "/record").text()
                + new Browser(port)
                        .get(HERE + "/record").page().select("a[href*=before]").eachAttr("href").stream()
                                .map(more -> new Browser(port).get(more).text())
                                .reduce("", String::concat);
        assertThat(told)
                .contains(
                        "Ana Ruiz",
                        "Ben Okri",
                        "Mike Henry",
                        "Answer every visitor within a day",
                        "Answering visitors");
    }
}
