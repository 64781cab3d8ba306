package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.SharedData;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Subject;
import mainline.review.Reviews;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a reader of the handbook finds, and by which ways. */
@MainlineTest
class ReadingTest {
    private final HandbookExamples examples;
    private final Proposals proposals;
    private final Reviews reviews;
    private final TestClock clock;
    private final Handbook handbook;
    private final PageIndex index;
    private final Reindex rereading;
    private final SearchStore search;
    private final GitRepositories repositories;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private Founded harbour;
    private Member joaquin;
    private Member ngozi;
    private String home;
    private int reads;

    @LocalServerPort
    private int port;

    ReadingTest(
            HandbookExamples examples,
            Proposals proposals,
            Reviews reviews,
            TestClock clock,
            Handbook handbook,
            PageIndex index,
            Reindex rereading,
            SearchStore search,
            GitRepositories repositories,
            TransactionTemplate transaction,
            JdbcClient db) {
        this.handbook = handbook;
        this.index = index;
        this.rereading = rereading;
        this.search = search;
        this.repositories = repositories;
        this.transaction = transaction;
        this.db = db;
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
        ngozi = examples.aMember(harbour, "Ngozi Eze");
        home = "/" + harbour.community().slug();
    }

    private Change merged(Member author, String path, String text) {
        clock.advance(Duration.ofMinutes(1));
        Change change = proposals.propose(author, examples.aPage(harbour, path, text));
        clock.advance(Duration.ofHours(1));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
        return change;
    }

    /** Puts files in without a change, as they are; a text that is null takes its file away. */
    private void written(Map<String, @Nullable String> texts) {
        PersonIdent ana = new PersonIdent("Ana", "ana@example.org");
        try (GitRepository git = repositories.open(harbour.community().id())) {
            transaction.executeWithoutResult(status -> {
                handbook.hold(harbour.community().id());
                ObjectId before = git.head();
                ObjectId after = before;
                for (var text : texts.entrySet())
                    after = text.getValue() == null
                            ? without(git, after, text.getKey())
                            : git.write(
                                    after,
                                    text.getKey(),
                                    text.getValue(),
                                    new GitRepository.Signed(ana, ana, "Write\n"));
                repositories.advance(harbour.community().id(), before, after);
                Subject change = new Subject(harbour.community().id(), Subject.Kind.CHANGE, 99);
                handbook.turn(git, before, after, change, joaquin.person());
            });
        }
    }

    private static ObjectId without(GitRepository git, ObjectId commit, String path) {
        try (var walk = new RevWalk(git.repository());
                var reader = git.repository().newObjectReader();
                var inserter = git.repository().newObjectInserter()) {
            var files = DirCache.read(reader, walk.parseCommit(commit).getTree());
            var editor = files.editor();
            editor.add(new DirCacheEditor.DeletePath(path));
            editor.finish();
            var made = new CommitBuilder();
            made.setTreeId(files.writeTree(inserter));
            made.setParentId(commit);
            made.setAuthor(new PersonIdent("Ana", "ana@example.org"));
            made.setCommitter(made.getAuthor());
            made.setMessage("Take away\n");
            ObjectId id = inserter.insert(made);
            inserter.flush();
            return id;
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** Past the pages that are kept for onlookers. */
    private Browser read(String path) {
        String anew = (path.contains("?") ? "&" : "?") + "anew=" + ++reads;
        return new Browser(port).get(home + "/handbook" + path + anew);
    }

    @Test
    void each_passage_tells_who_last_changed_it() {
        merged(
                joaquin,
                "a/page.md",
                "---\ntitle: Silent start\n---\n\n# Why\n\nBecause.\n\n- one\n- two\n\nThe end.\n");
        Change second = merged(
                ngozi,
                "a/page.md",
                "---\ntitle: Silent start\n---\n\n# Why\n\nBecause.\n\n- one\n- three\n\nThe end.\n");
        Browser reader = read("/a/page?blame");
        assertThat(reader.page().select("h1").text()).isEqualTo("Silent start");
        var passages = reader.page().select(".passage");
        assertThat(passages.eachText()).hasSize(3);
        assertThat(passages.get(0).text()).contains("Why Because.", "Joaquín Pérez");
        assertThat(passages.get(1).text()).contains("one three", "Ngozi Eze", "and 1 earlier change");
        assertThat(passages.get(1).select("a").attr("href"))
                .isEqualTo(home + "/changes/" + second.subject().number());
        assertThat(passages.get(2).text()).contains("The end.", "Joaquín Pérez");
        assertThat(read("/a/page").page().select("a[href$='?blame']")).hasSize(1);
        assertThat(read("/a/nothing?blame").status()).isEqualTo(404);
        assertThat(read("/a?blame").status()).isEqualTo(404);
        assertThat(read("/a/page?blame&history&print&links").status())
                .as("two views of one page at once")
                .isEqualTo(400);
    }

    private List<String> contents(String folder) {
        return read(folder).page().select(".shelf h3 a").eachText();
    }

    @Test
    void contents_go_folder_by_folder_in_the_order_that_pages_name() {
        merged(joaquin, "zebra.md", "# Zebra");
        merged(joaquin, "page-10.md", "# Ten");
        merged(joaquin, "page-2.md", "# Two");
        merged(joaquin, "first.md", "---\norder: 1\nsummary: Read <b>this</b> first\n---\n# First");
        merged(joaquin, "secret.md", "---\nnav: hidden\n---\n# Hidden");
        merged(joaquin, "parts/one.md", "# One");
        merged(joaquin, "parts/deep/two.md", "# Deep");
        merged(joaquin, "annex/three.md", "# Three");
        merged(joaquin, "parts/README.md", "---\nweight: 5\n---\n# The parts\n\nAbout them");
        assertThat(contents("")).containsExactly("First", "Two", "Ten", "Zebra", "The parts", "annex");
        Browser reader = read("");
        assertThat(reader.page().select(".shelf .why").text()).isEqualTo("Read <b>this</b> first");
        assertThat(reader.page().select(".shelf li:contains(The parts) small").text())
                .isEqualTo("3 pages");
        assertThat(contents("/parts")).containsExactly("One", "deep");
        assertThat(read("/parts").page().select("h1").text()).isEqualTo("The parts");
        assertThat(read("/parts").text()).contains("About them");
        assertThat(read("/secret").page().select("h1").text()).isEqualTo("Hidden");
        assertThat(read("/secret").page().select(".turn")).isEmpty();
        assertThat(read("?print").page().select(".leaf > h2").eachText())
                .endsWith("First", "Two", "Ten", "Zebra", "The parts", "One", "Deep", "Three");
        assertThat(read("/zebra").page().select(".turn a").eachAttr("href"))
                .containsExactly(home + "/handbook/page-10", home + "/handbook/parts/README");
        assertThat(read("/parts/deep/two").page().select(".turn a").eachAttr("href"))
                .containsExactly(home + "/handbook/parts/one", home + "/handbook/annex/three");
        assertThat(read("/parts/one?print").page().select("article").text()).isEmpty();
        assertThat(read("/parts/one?print").page().select("h1").text()).isEqualTo("One");
        assertThat(read("/parts/one?print").page().select("header .quiet").text())
                .containsPattern("as of \\w+ \\d+, \\d{4}");

        merged(joaquin, "parts/README.md", "# The parts, without a place");
        assertThat(contents("")).containsExactly("First", "Two", "Ten", "Zebra", "annex", "The parts, without a place");
        assertThat(read("/parts/deep/two").page().select(".turn a").eachAttr("href"))
                .containsExactly(home + "/handbook/parts/one");
    }

    @Test
    void a_long_folder_comes_page_by_page() {
        try (var git = repositories.open(harbour.community().id())) {
            transaction.executeWithoutResult(status -> {
                for (int n = 0; n < 230; n++)
                    index.put(
                            git,
                            git.head(),
                            new HandbookPage(
                                    harbour.community().id(),
                                    n < 120 ? "long/page-" + n + ".md" : "long/f-" + n + "/page.md",
                                    "",
                                    null,
                                    null,
                                    "Ana",
                                    clock.instant()),
                            "# Page " + n);
            });
        }
        List<String> all = new ArrayList<>();
        String at = "/long";
        for (int page = 0; page < 4 && at != null; page++) {
            Browser reader = read(at);
            all.addAll(reader.page().select(".shelf h3 a").eachText());
            String next = reader.page().select(".more a").attr("href");
            at = next.isEmpty() ? null : next.substring((home + "/handbook").length());
        }
        assertThat(all)
                .hasSize(230)
                .doesNotHaveDuplicates()
                .startsWith("Page 0", "Page 1", "Page 2")
                .endsWith("f-229");
        assertThat(read("/long?contents&after=nothing").page().select(".shelf li"))
                .hasSize(100);
    }

    @Test
    void a_folder_beside_a_page_of_its_name_is_found_from_the_page() {
        merged(joaquin, "guide.md", "# Guide");
        merged(joaquin, "guide/part.md", "# Part");
        merged(joaquin, "editions/part.md", "# An edition");
        assertThat(read("/guide").page().select("a[href$='/guide?contents']").text())
                .isEqualTo("1 page below this one");
        assertThat(read("/guide?contents").page().select(".shelf h3 a").eachText())
                .containsExactly("Part");
        assertThat(contents("/editions")).containsExactly("An edition");
    }

    @Test
    void search_finds_titles_first_and_words_without_their_accents() {
        merged(joaquin, "silence.md", "# Beginning in silence\n\nWe sit for five minutes before each **meeting**.");
        merged(joaquin, "meetings.md", "# Meetings\n\nHow we meet.");
        merged(joaquin, "es/canción.md", "# La canción del muelle\n\nCantamos canciones antiguas.");
        merged(joaquin, "ar.md", "# دليل المرفأ\n\nنجلس في صمت");
        written(Map.of("🚀.md", "# Rockets 🚀\n\n`<script>alert(1)</script>` and <img src=x onerror=alert(2)> boats"));
        assertThat(found("meeting")).containsExactly("Meetings", "Beginning in silence");
        assertThat(found("MEET")).startsWith("Meetings").contains("Beginning in silence");
        assertThat(found("cancion")).containsExactly("La canción del muelle");
        assertThat(found("CANCIÓN muelle")).containsExactly("La canción del muelle");
        assertThat(found("صمت")).containsExactly("دليل المرفأ");
        assertThat(found("\"five minutes\"")).containsExactly("Beginning in silence");
        assertThat(found("\"minutes five\"")).isEmpty();
        assertThat(found("meeting -silence")).containsExactly("Meetings");
        assertThat(found("boat")).containsExactly("Rockets 🚀");
        assertThat(found("🚀")).containsExactly("Rockets 🚀");
        Browser reader = read("?q=meeting");
        assertThat(reader.page().select(".hits mark").eachText()).contains("meeting");
        assertThat(read("?q=script").page().select(".hits p").text()).contains("<script>alert(1)</script>");
        assertThat(read("?q=script").page().select(".hits p script, .hits p img"))
                .isEmpty();
        for (String odd : new String[] {"", "%20", "!!!", "%27%27", "%22", "-", "%26%7C"})
            assertThat(read("?q=" + odd).text()).as(odd).contains("There is no word to look for in that");
        for (String odd :
                new String[] {"the", "a:*b", "x%26y%7Cz", "%28%28", "'#1'", "-meeting", "%3C%2D%3E", "x".repeat(5000)})
            assertThat(read("?q=" + odd).status()).as(odd).isEqualTo(200);
        for (String odd : new String[] {"x", "1e999+x", "NaN%20x", "-1%20a"})
            assertThat(read("?q=meeting&after=" + odd).status()).as(odd).isEqualTo(200);
        for (String zero : new String[] {"?q=%00", "?q=meeting&after=%00"})
            assertThat(read(zero).status()).as(zero).isEqualTo(400);

        merged(joaquin, "meetings.md", "# Gatherings\n\nOther words now.");
        assertThat(found("\"how we meet\"")).isEmpty();
        assertThat(found("meetings"))
                .as("by the name of its file still")
                .containsExactly("Gatherings", "Beginning in silence");
        Founded other = examples.aCommunity();
        assertThat(new Browser(port)
                        .get("/" + other.community().slug() + "/handbook?q=silence")
                        .page()
                        .select(".hits li"))
                .isEmpty();
    }

    @Test
    void search_finds_words_of_every_script_and_spelling() throws Exception {
        written(Map.of("cjk.md", Files.readString(SharedData.file("faults/text/CJK.md"))));
        written(Map.of("cities.md", Files.readString(SharedData.file("faults/text/Cities.md"))));
        written(Map.of("fa.md", "# Books\n\nکتاب\u200cها\n"));
        for (String word : "会议 值班 值 小屋 星期六 星期 配布 テスト ประชุม 모임 강가 議 河边的小屋".split(" "))
            if (!word.equals("議")) assertThat(found(word)).as(word).containsExactly("值班与会议");
        assertThat(found("六星期")).isEmpty();
        assertThat(found("\"第一个星期六\" -\"班值\"")).containsExactly("值班与会议");
        for (String word :
                "lodz łódź ŁÓDŹ arhus aarhus smorrebrod smoerrebroed strasse straße hauptstrasse hauptstra aether isik IŞIK istanbul djakovo dakovo Đakovo naive facade Владимир живет email e-mail opt-in optin cooperative co-operative dartagnan αθηνα ΑΘΉΝΑ"
                        .split(" ")) assertThat(found(word)).as(word).containsExactly("Cities");
        for (String word : List.of("کتاب", "ها", "کتابها", "کتاب\u200cها", "كتاب", "کتاب ها"))
            assertThat(found(word)).as(word).containsExactly("Books");
    }

    @Test
    void no_question_is_an_error_and_a_shortened_one_is_told() {
        written(Map.of("a.md", "# A boat\n\nWith <-> two - - hulls\n"));
        List<String> odd =
                new ArrayList<>(List.of("<->".repeat(300), "-".repeat(400), "- ".repeat(99), "-a".repeat(90)));
        for (String sign : "& | ! : * ( ) ' \" \\ ; % < > # @ - ~ ^ $ ? / , . { } [ ]".split(" ")) {
            odd.add(sign);
            odd.add(sign.repeat(150));
            odd.add("boat" + sign);
            odd.add(sign + "boat");
            odd.add("boat " + sign + " hulls");
            odd.add(("x" + sign).repeat(99));
        }
        odd.addAll(List.of(
                "\"boat",
                "boat\"",
                "\"\"\"",
                "or or or",
                "boat or",
                "-or",
                "\ud83d",
                "值".repeat(200),
                "\u200c",
                "x\u0301".repeat(99)));
        for (String question : odd)
            assertThatCode(() -> search.question(SearchQuestion.of(question)))
                    .as(question)
                    .doesNotThrowAnyException();
        for (String question :
                List.of(odd.getFirst(), odd.get(1), odd.getLast(), "\"boat", "\ud83d boat", "值".repeat(201))) {
            Browser reader = read("?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
            assertThat(reader.status()).as(question).isEqualTo(200);
            assertThat(reader.text().contains("Only the first 200 characters"))
                    .as(question)
                    .isEqualTo(question.length() > 200);
        }
        assertThat(found("boat & hulls")).containsExactly("A boat");
        assertThat(read("?q=" + "x".repeat(6000)).text()).contains("Only the first 200 characters");
    }

    private List<String> found(String question) {
        return read("?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8))
                .page()
                .select(".hits h2")
                .eachText();
    }

    @Test
    void many_finds_come_page_by_page_each_once() {
        try (var git = repositories.open(harbour.community().id())) {
            transaction.executeWithoutResult(status -> {
                for (int n = 0; n < 50; n++)
                    index.put(
                            git,
                            git.head(),
                            new HandbookPage(
                                    harbour.community().id(), "p/" + n + ".md", "", null, null, "Ana", clock.instant()),
                            "# Page " + n + "\n\n" + "lantern ".repeat(n % 4 + 1));
            });
        }
        List<String> all = new ArrayList<>();
        String at = "?q=lantern";
        while (!at.isEmpty()) {
            Browser reader = read(at);
            assertThat(reader.text()).contains("50 pages");
            all.addAll(reader.page().select(".hits h2").eachText());
            at = reader.page().select(".more a").attr("href").replace(home + "/handbook", "");
        }
        assertThat(all).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void links_are_followed_both_ways_and_those_to_nothing_are_shown() {
        written(Map.of(
                "a/page.md",
                "# Page\n\n[next](second.md#part) [folder](../b/) [gone](../b/gone.md?x=1#y) [case](SECOND.md)"
                        + " [percent](100%25.md) [odd](%zz.md) [out](../../out.md) [new](<../neu ü>) [mail](mailto:a@example.org)"
                        + " ![picture](none.png)\n"));
        written(Map.of("a/second.md", "# Second\n\n[back](page) [self](second.md)"));
        written(Map.of("b/README.md", "# B\n\n[page](/a/page.md)"));
        Browser reader = read("/a/page");
        assertThat(reader.page().select(".prose a.missing").eachText())
                .containsExactly(
                        "next (no such heading)",
                        "gone (not written yet)",
                        "case (not written yet)",
                        "percent (not written yet)",
                        "odd (not written yet)",
                        "out (not written yet)",
                        "new (not written yet)");
        assertThat(reader.page().select(".prose a.missing").get(1).attr("href"))
                .isEqualTo(home + "/handbook/b?new&name=gone");
        assertThat(reader.page().select(".prose a.missing").last().attr("href"))
                .isEqualTo(home + "/handbook?new&name=neu%20%C3%BC");
        assertThat(reader.page()
                        .select("section:contains(Pages that lead here) a")
                        .eachText())
                .containsExactly("Second", "B");
        assertThat(read("/b/README")
                        .page()
                        .select("section:contains(Pages that lead here) a")
                        .eachText())
                .containsExactly("Page");
        assertThat(read("/a/second?links").page().select(".rows h2").eachText()).containsExactly("Page");
        assertThat(read("").text()).contains("8 links do not work");
        Browser broken = read("?broken");
        assertThat(broken.page().select(".targets code").eachText())
                .containsExactlyInAnyOrder(
                        "../out.md",
                        "a/%zz.md",
                        "a/100%.md",
                        "a/SECOND.md",
                        "a/none.png",
                        "a/second.md#part",
                        "b/gone.md",
                        "neu ü");
        assertThat(broken.page().select("a.btn[href$='?edit']").attr("href")).isEqualTo(home + "/handbook/a/page?edit");

        assertThat(broken.page().select(".targets li:contains(#part)").text())
                .isEqualTo("a/second.md#part no such heading there");

        merged(joaquin, "b/gone.md", "# Gone no more\n\n## Y\n");
        assertThat(read("/a/page").page().select(".prose a.missing").eachText())
                .doesNotContain("gone (not written yet)");
        assertThat(read("").text()).contains("7 links do not work");
    }

    @Test
    void a_link_in_one_form_of_letters_finds_the_file_in_the_other() {
        written(Map.of("Gru\u0308\u00dfe/U\u0308ber.md", "# Mac\n", "Gr\u00fc\u00dfe/\u00dcbel.md", "# Mixed\n"));
        written(Map.of(
                "links.md",
                "# Links\n\n[composed](Gr\u00fc\u00dfe/\u00dcber.md) [apart](<Gru\u0308\u00dfe/U\u0308bel.md>)\n"));
        Browser reader = read("/links");
        assertThat(reader.page().select(".missing")).isEmpty();
        for (String address : reader.page().select(".prose a:not(.here)").eachAttr("href"))
            assertThat(read(address.substring((home + "/handbook").length())).text())
                    .containsAnyOf("Mac", "Mixed");
        assertThat(read("?broken").page().select(".targets code")).isEmpty();
    }

    @Test
    void wiki_links_find_pages_by_their_names() {
        written(Map.of("Getting-Started.md", "# Start\n\n## Part two\n", "deep/er/Rules.md", "# Rules\n"));
        written(Map.of(
                "a/page.md",
                "# Page\n\n[[Getting Started]] [[getting_started#part-two]] [[the rules|Rules]] [[Rules|our rules]]"
                        + " [[deep/er/Rules]] [[Not there]] `[[code]]` [[1]](https://example.org) [[42]] [[a]\n"));
        Browser reader = read("/a/page");
        assertThat(reader.page().select(".prose a:not(.here)").eachAttr("href"))
                .containsExactly(
                        home + "/handbook/Getting-Started",
                        home + "/handbook/Getting-Started#part-two",
                        home + "/handbook/deep/er/Rules",
                        home + "/handbook/deep/er/Rules",
                        home + "/handbook/deep/er/Rules",
                        home + "/handbook/a?new&name=Not%20there",
                        "https://example.org");
        assertThat(reader.page().select(".prose").text())
                .contains("the rules our rules", "Not there (not written yet) [[code]] [1] [[42]] [[a]");
        assertThat(read("?broken").page().select(".targets code").eachText()).containsExactly("a/Not-there.md");
        written(Map.of("a/Not-there.md", "# There now\n"));
        assertThat(read("/a/page").page().select(".missing")).isEmpty();
        assertThat(read("/deep/er/Rules")
                        .page()
                        .select("section:contains(Pages that lead here) a")
                        .eachText())
                .containsExactly("Page");
    }

    @Test
    void wiki_links_find_pages_by_their_titles_where_none_is_named_so() {
        written(Map.of("tools.md", "# The shed\n", "b/the-yard.md", "# Yard\n", "c/yard.md", "# Elsewhere\n"));
        written(Map.of("titles/page.md", "# Page\n\n[[The shed]] [[the Shed|tools]] [[Yard]] [[Coming soon]]\n"));
        Browser reader = read("/titles/page");
        assertThat(reader.page().select(".prose a:not(.here)").eachAttr("href"))
                .containsExactly(
                        home + "/handbook/tools",
                        home + "/handbook/tools",
                        home + "/handbook/c/yard",
                        home + "/handbook/titles?new&name=Coming%20soon");
        assertThat(reader.page().select(".missing")).hasSize(1);
        written(Map.of("d/later.md", "# Coming soon\n"));
        assertThat(read("/titles/page").page().select(".missing")).isEmpty();
    }

    @Test
    void of_very_many_wiki_links_the_first_thousand_lead_somewhere_and_all_can_be_read() {
        written(Map.of("crowded.md", "# Crowded\n\n" + "[[Crowded]]\n".repeat(1_500)));
        Browser reader = read("/crowded");
        assertThat(reader.page().select(".prose a:not(.here)")).hasSize(1_000);
        assertThat(reader.page().select(".prose").text()).endsWith("[[Crowded]]");
    }

    @Test
    void what_stands_beside_the_pages_of_a_wiki_is_no_page_of_the_contents() {
        written(Map.of(
                "_Sidebar.md",
                "[[Rules]]\n",
                "_Footer.md",
                "Kept by the club\n",
                "Rules.md",
                "# Rules\n",
                "sub/_Sidebar.md",
                "Another one\n",
                "sub/page.md",
                "# Sub\n",
                "Home.md",
                "# The home\n"));
        assertThat(contents("")).containsExactly("The home", "Rules", "sub");
        assertThat(read("/Rules").page().select("nav.panel.prose a").text()).isEqualTo("Rules");
        assertThat(read("/Rules").page().select("footer.prose").text()).isEqualTo("Kept by the club");
        assertThat(read("/sub/page").page().select("nav.panel.prose").text()).isEqualTo("Another one");
        assertThat(read("/_Sidebar").page().select("nav.panel.prose")).isEmpty();
    }

    @Test
    void links_to_headings_are_told_as_headings_come_and_go() {
        written(Map.of(
                "a/page.md",
                        "# Page\n\n[in](#así-es) [old](#asi-es) [none](#así) [there](other.md#part) [up](../a#inside)",
                "a/README.md", "# A\n"));
        written(Map.of("a/other.md", "# Other\n\n## Part & parcel\n"));
        assertThat(read("/a/page").page().select(".missing").eachText()).hasSize(5);
        written(Map.of(
                "a/page.md",
                        "# Page\n\n[in](#así-es) [old](#asi-es) [there](other.md#part) [up](../a#inside)\n\n## Así es\n",
                "a/README.md", "# A\n\n## Inside\n"));
        assertThat(read("/a/page").page().select(".missing").eachText()).containsExactly("there (no such heading)");
        assertThat(read("/a/page").page().select(".prose h2 .here").attr("href"))
                .isEqualTo("#así-es");
        assertThat(read("?broken").page().select(".targets code").eachText()).containsExactly("a/other.md#part");
        written(Map.of("a/other.md", "# Other\n\n## Part\n"));
        assertThat(read("").text()).doesNotContain("does not work");
        Map<String, @Nullable String> away = new HashMap<>();
        away.put("a/other.md", null);
        written(away);
        assertThat(read("/a/page").page().select(".missing").eachText()).containsExactly("there (not written yet)");
    }

    @Test
    void what_is_taken_away_leaves_contents_search_and_links() {
        written(Map.of(
                "a/b/page.md", "# Lighthouse\n\n[other](../other.md)",
                "a/other.md", "# Other\n\n[lighthouse](b/page.md)"));
        assertThat(found("lighthouse")).containsExactly("Lighthouse", "Other");
        Map<String, @Nullable String> away = new HashMap<>();
        away.put("a/b/page.md", null);
        written(away);
        assertThat(contents("/a")).containsExactly("Other");
        assertThat(read("/a/b").status()).isEqualTo(404);
        assertThat(found("lighthouse")).containsExactly("Other");
        assertThat(read("?broken").page().select(".targets code").eachText()).containsExactly("a/b/page.md");
    }

    @Test
    void long_and_odd_titles_are_shown_as_they_are() {
        String title = "شراع ⛵ " + "very long ".repeat(40).strip();
        merged(joaquin, "long.md", "---\ntitle: \"" + title + "\"\n---\nText");
        assertThat(contents("").getFirst()).startsWith("شراع ⛵ very long").endsWith("…");
        merged(joaquin, "hostile.md", "---\ntitle: \"<script>x</script>\"\nsummary: '\"><img src=x>'\n---\nText");
        assertThat(contents("")).contains("<script>x</script>");
        assertThat(read("").page().select(".shelf script, .shelf img")).isEmpty();
    }

    @Test
    void pages_that_an_earlier_release_has_read_are_read_again() {
        written(Map.of("a/page.md", "---\norder: 3\nsummary: Short\n---\n# Harpoon\n\n[x](y.md)"));
        merged(joaquin, "a/README.md", "---\norder: 1\n---\n# A");
        var id = harbour.community().id().value();
        db.sql("update handbook_page set reading = 0, sorting = '', summary = '', place = null where community_id = ?")
                .param(id)
                .update();
        db.sql("update handbook_folder set sorting = '', title = '', place = null where community_id = ?")
                .param(id)
                .update();
        db.sql("delete from handbook_text where community_id = ?").param(id).update();
        db.sql("delete from handbook_link where community_id = ?").param(id).update();
        assertThat(read("/a/page").status()).isEqualTo(200);
        assertThat(read("").status()).isEqualTo(200);
        rereading.due();
        assertThat(contents("")).containsExactly("A");
        assertThat(contents("/a")).containsExactly("Harpoon");
        assertThat(read("/a").page().select(".shelf .why").text()).isEqualTo("Short");
        assertThat(found("harpoon")).containsExactly("Harpoon");
        assertThat(read("?broken").page().select(".targets code").eachText()).containsExactly("a/y.md");
        assertThat(db.sql("select count(*) from handbook_page where reading < 1")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
