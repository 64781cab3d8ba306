package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.handbook.Editions;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookImport;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways through a handbook in a real browser: one written here, and one that others wrote. */
@InChromium
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingPicturesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String HERE = "/lantern-quay";
    private static final String START = """
            ---
            title: Begin in silence
            order: 1
            summary: Five minutes of reading before anybody speaks, so that the first voice is not the only one.
            ---

            ## Why

            Whoever speaks first sets the frame for all others. [Other ways to begin](other.md) keep that habit.

            ## How

            1. Everybody gets the page on paper.
            2. Nobody speaks for five minutes.
            3. The youngest begins.

            ## When it does not work

            With fewer than four people it feels odd. See [what we tried](../tried/README.md).
            """;

    private static final String MANY_TONGUES = """
            # Many tongues

            一人のメンバーが**「静かに」**始めます。**テスト。**次の文は、请看 https://club.example/docs（中文说明），谢谢。**注意：**请准时。

            یک two سه four، https://club.example/a، و بعد.

            one دو three چهار[^1]

            * مورد یک (first)
            * مورد دو
              * زیر مورد

            - [ ] bring a spade
            - [x] bring seeds, and look after the compost until everybody has left the garden
            - مورد in a mixed list

            1. First
            2. دوم

               بند دیگر

            > نقل قول with a word

            | نام | What to do in the garden | When exactly | Notes that are rather long |
            |---|---|---:|---|
            | آنا | Water | Monday | averyveryverylongwordwithoutanybreakinganywhereinitatall |
            | 小屋 | 水をやる、そして種をまく | 2026-05-14 | see https://club.example/a/rather/long/address |

            ```
            def f(x):
                return x  # a very long line of code that goes on and on and on and on and on and on and on
            ```

            [^1]: A note in English, یا فارسی.
            """;

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Handbook handbook;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Editions editions;
    private final HandbookImport imports;
    private final TestClock clock;
    private final Pictures pictures = new Pictures();

    @LocalServerPort
    private int port;

    private Window amara;
    private Community community;
    private Member steward;

    ReadingPicturesTest(
            People people,
            Founding founding,
            Communities communities,
            Handbook handbook,
            Proposals proposals,
            Reviews reviews,
            Editions editions,
            HandbookImport imports,
            TestClock clock) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.handbook = handbook;
        this.proposals = proposals;
        this.reviews = reviews;
        this.editions = editions;
        this.imports = imports;
        this.clock = clock;
    }

    @BeforeAll
    void open() throws IOException {
        Person first = people.create("Amara Okafor", "amara@example.org", PASSWORD);
        community = founding.found(
                "Lantern Quay", "lantern-quay", "Europe/Madrid", "We write down what works.", first.id());
        steward = new Member(community.id(), first.id());
        Member joaquin = member("Joaquín Pérez", "joaquin@example.org");
        Member ngozi = member("Ngozi Eze", "ngozi@example.org");
        merged(
                joaquin,
                "tried/README.md",
                "---\norder: 2\n---\n# What we tried\n\nNotes of trials.",
                "Keep what we tried");
        merged(
                joaquin,
                "meetings/other.md",
                "# Other ways to begin\n\nA round, a song.",
                "Write down other ways to begin");
        merged(joaquin, "meetings/README.md", "---\norder: 1\n---\n# Meetings\n\nHow we meet.", "Begin with meetings");
        merged(joaquin, "meetings/start.md", START, "Say how we begin a meeting");
        clock.advance(Duration.ofDays(12));
        editions.name(steward, "2026 summer", "For the summer school.");
        merged(
                ngozi,
                "meetings/start.md",
                START.replace("The youngest begins.", "Whoever has been here for the shortest time begins."),
                "Let newcomers begin");
        merged(
                ngozi,
                "دليل/صمت.md",
                "# إحاطة من صفحة واحدة قبل كل نوبة تطوع\n\nنجلس في صمت قبل كل اجتماع.",
                "دليل جديد");
        merged(
                ngozi,
                "glossary.md",
                "---\nsummary: Words we use, and what we mean by them.\n---\n# Glossary ⛵\n\nWords.",
                "Explain our words");
        merged(ngozi, "texts.md", MANY_TONGUES, "Write in many tongues");
        merged(
                ngozi,
                "duties.md",
                Files.readString(SharedData.file("faults/text/Print.md")).replace("RTL.md", "texts.md"),
                "Share the duties");
        clock.advance(Duration.ofDays(40));
        editions.name(steward, "2026 autumn", "For everybody who joins in autumn.");
        founding.found("Theirs", "theirs", "UTC", "We read what others wrote.", first.id());
        imports.bring(
                SharedData.file("handbooks/kubernetes-community-governance.filtered.bundle"),
                communities.bySlug("theirs").orElseThrow(),
                null,
                line -> {});
        amara = new Window(port);
        amara.go("/sign-in?then=" + HERE)
                .write("Mail address", "amara@example.org")
                .write("Password", PASSWORD)
                .press("Sign in");
        amara.page().waitForURL("**" + HERE + "*");
    }

    private Member member(String name, String mail) {
        Person person = people.bring(name, mail);
        communities.join(community.id(), person.id());
        return new Member(community.id(), person.id());
    }

    private void merged(Member author, String path, String text, String title) {
        clock.advance(Duration.ofHours(3));
        Change change = proposals.propose(
                author,
                new Proposal(path, handbook.head(community.id()), text, title, "Newcomers asked for it.", "", null));
        clock.advance(Duration.ofDays(1));
        reviews.approve(steward, change.subject(), 1, "");
        reviews.merge(steward, change.subject());
    }

    @Test
    void every_way_through_a_handbook_is_fit_to_be_seen() {
        pictures.take(amara, "reading-contents", HERE + "/handbook");
        pictures.take(amara, "reading-folder", HERE + "/handbook/meetings");
        pictures.take(amara, "reading-page", HERE + "/handbook/meetings/start");
        pictures.take(amara, "reading-tongues", HERE + "/handbook/texts");
        pictures.take(amara, "reading-duties", HERE + "/handbook/duties");
        pictures.take(amara, "reading-blame", HERE + "/handbook/meetings/start?blame");
        pictures.take(amara, "reading-search", HERE + "/handbook?q=begin");
        pictures.take(amara, "reading-search-none", HERE + "/handbook?q=nowhere");
        pictures.take(amara, "reading-arabic", HERE + "/handbook?q=صمت");
        pictures.take(amara, "reading-editions", HERE + "/editions");
        pictures.take(amara, "reading-edition", HERE + "/editions/2026-autumn");
        pictures.take(amara, "reading-then", HERE + "/handbook/meetings/start?edition=2026-summer");
        pictures.take(amara, "reading-print-one", HERE + "/handbook/meetings/start?print");
        pictures.take(amara, "reading-broken-none", HERE + "/handbook?broken");
        pictures.take(amara, "theirs-contents", "/theirs/handbook");
        pictures.take(amara, "theirs-broken", "/theirs/handbook?broken");
        pictures.take(amara, "theirs-search", "/theirs/handbook?q=steering+committee");
        pictures.take(amara, "theirs-page", "/theirs/handbook/governance");
        pictures.take(amara, "theirs-blame", "/theirs/handbook/governance?blame");
        pictures.take(amara, "theirs-leading", "/theirs/handbook/governance?links");
        amara.page().navigate(HERE + "/handbook?print");
        amara.page()
                .pdf(new com.microsoft.playwright.Page.PdfOptions().setPath(Path.of("target/pictures/print-book.pdf")));
        amara.page().navigate(HERE + "/handbook/duties?print");
        amara.page()
                .pdf(new com.microsoft.playwright.Page.PdfOptions()
                        .setPath(Path.of("target/pictures/print-duties.pdf")));
        amara.page().navigate(HERE + "/handbook/meetings/start?print");
        amara.page()
                .pdf(new com.microsoft.playwright.Page.PdfOptions().setPath(Path.of("target/pictures/print-page.pdf")));
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    void a_slash_leads_to_the_search_box() {
        amara.page().navigate(HERE + "/handbook");
        amara.page().keyboard().press("/");
        amara.page().keyboard().type("newcomers");
        amara.page().keyboard().press("Enter");
        amara.page().waitForURL("**q=newcomers*");
        assertThat(amara.page().locator(".hits h2").allTextContents()).isEqualTo(List.of());
        assertThat(amara.page().locator(".empty h2").textContent()).isEqualTo("Nothing was found");
    }

    @Test
    void words_in_tables_stay_whole_and_wide_tables_scroll_by_keys() {
        amara.page().setViewportSize(390, 844);
        amara.page().navigate(HERE + "/handbook/duties");
        assertThat(amara.page().evaluate(BROKEN_WORDS)).isEqualTo(List.of());
        amara.page().locator(".prose .scroll").focus();
        amara.page().keyboard().press("End");
        amara.page().keyboard().press("ArrowRight");
        amara.page()
                .waitForCondition(() -> Boolean.TRUE.equals(
                        amara.page().evaluate("document.querySelector('.prose .scroll').scrollLeft > 0")));
        amara.page()
                .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setPath(Path.of("target/pictures/reading-table-390.png")));
        amara.page().navigate(HERE + "/handbook/texts");
        assertThat(amara.page().evaluate(BROKEN_WORDS)).isEqualTo(List.of());
        assertThat(amara.page()
                        .locator("td.number")
                        .evaluateAll(
                                "all => all.every(cell => getComputedStyle(cell).whiteSpace.startsWith('nowrap'))"))
                .isEqualTo(true);
        amara.page().setViewportSize(1280, 900);
    }

    @Test
    void a_wide_table_fits_on_paper_and_its_numbers_stay_on_one_line() {
        amara.page().setViewportSize(680, 960);
        amara.page().navigate(HERE + "/handbook/duties?print");
        amara.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(amara.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
        assertThat(amara.page()
                        .locator(".prose td:first-child")
                        .evaluateAll("cells => Math.max(...cells.map(cell => {"
                                + " const words = document.createRange(); words.selectNodeContents(cell);"
                                + " return words.getClientRects().length; }))"))
                .isEqualTo(1);
        amara.page()
                .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setPath(Path.of("target/pictures/reading-table-print.png")));
        amara.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        amara.page().setViewportSize(1280, 900);
    }

    /** Words of cells, except those of scripts that set no spaces, that stand on several lines. */
    private static final String BROKEN_WORDS = """
            [...document.querySelectorAll('.prose td, .prose th')].flatMap(cell => {
                const broken = [];
                const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                while (words.nextNode()) for (const found of words.currentNode.data.matchAll(/[\\p{L}\\p{M}\\p{N}]+/gu)) {
                    const range = document.createRange();
                    range.setStart(words.currentNode, found.index);
                    range.setEnd(words.currentNode, found.index + found[0].length);
                    const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
                    if (lines.size > 1 && !/[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]/u.test(found[0])) broken.push(found[0]);
                }
                return broken;
            })
            """;

    @Test
    void each_block_reads_in_its_own_direction() {
        amara.page().navigate(HERE + "/handbook/texts");
        for (String[] each : new String[][] {
            {"p:has-text('یک two')", "rtl"},
            {"p:has-text('one دو')", "ltr"},
            {"ul:has-text('مورد یک')", "rtl"},
            {"li:has-text('مورد یک')", "rtl"},
            {"li:has-text('bring a spade')", "ltr"},
            {"li:has-text('مورد in a mixed')", "rtl"},
            {"ol:not(.notes) > li:nth-child(2)", "rtl"},
            {"blockquote", "rtl"},
            {"th:has-text('نام')", "rtl"},
            {"td:has-text('Water')", "ltr"},
            {"pre", "ltr"},
            {".notes li p", "ltr"}
        })
            assertThat(amara.page()
                            .locator(".prose " + each[0])
                            .first()
                            .evaluate("block => getComputedStyle(block).direction"))
                    .as(each[0])
                    .isEqualTo(each[1]);
    }
}
