package mainline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mainline.MainlineTest;
import mainline.SharedData;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Viewer;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Cursor;
import mainline.people.People;
import mainline.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@MainlineTest
class WordPressImportTest {
    private static final String SEED = "seed/lead-change.wxr.xml";

    private final WordPressImport imports;
    private final Communities communities;
    private final Ideas ideas;
    private final Discussions discussions;
    private final People people;
    private final JdbcClient sql;

    WordPressImportTest(
            WordPressImport imports,
            Communities communities,
            Ideas ideas,
            Discussions discussions,
            People people,
            JdbcClient sql) {
        this.imports = imports;
        this.communities = communities;
        this.ideas = ideas;
        this.discussions = discussions;
        this.people = people;
        this.sql = sql;
    }

    @Test
    void the_founding_page_becomes_a_community() {
        ImportReport report = imports.bring(SharedData.file(SEED), "lead-change");
        Community community = communities.bySlug("lead-change").orElseThrow();
        Idea idea = ideas.newest(onlooker(community), 10).getFirst();

        assertThat(report.comments()).isEqualTo(10);
        assertThat(idea.title()).isEqualTo("Open Source Leadership");
        assertThat(idea.published()).isEqualTo(Instant.parse("2009-10-08T08:00:00Z"));
        assertThat(people.get(idea.author()).name()).isEqualTo("Mike Henry");
        assertThat(idea.text()).contains("the mission is primary").contains("\n\n");
        assertThat(discussions.count(idea.subject())).isEqualTo(10);
        assertThat(everyReply(community)).hasSize(5).allMatch(reply -> reply.equals("Mike Henry"));
        assertThat(discussions.debts(onlooker(community), Cursor.START, 10).items())
                .isEmpty();
    }

    private List<String> everyReply(Community community) {
        return sql.sql("""
                        select p.name from comment c join person p on p.id = c.person_id
                        where c.community_id = ? and c.reply_to is not null
                        """).param(community.id().value()).query(String.class).list();
    }

    @Test
    void importing_twice_changes_nothing() {
        imports.bring(SharedData.file(SEED), "twice");
        List<Object> before = everything();
        ImportReport again = imports.bring(SharedData.file(SEED), "twice");

        assertThat(again.ideas() + again.comments() + again.people()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    private List<Object> everything() {
        return List.of(
                sql.sql("select count(*) from idea").query(Long.class).single(),
                sql.sql("select count(*) from comment").query(Long.class).single(),
                sql.sql("select count(*) from person").query(Long.class).single(),
                sql.sql("select count(*) from record_entry").query(Long.class).single(),
                sql.sql("select count(*) from imported").query(Long.class).single());
    }

    @Test
    void a_large_export_with_oddities_comes_in() {
        ImportReport report =
                imports.bring(SharedData.file("discussions/wordpress-wxr/themeunittestdata.wordpress.xml"), "theme");
        assertThat(report.ideas()).isEqualTo(48);
        assertThat(report.comments()).isEqualTo(21);
        assertThat(report.leftOut())
                .contains("70 menu items", "1 draft", "1 post behind a password", "1 post planned for later")
                .doesNotHaveDuplicates();
    }

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Small</title><link>https://small.example</link>
            <wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://small.example</wp:base_blog_url>
            """;

    private static String post(int id, String title, String html, String more) {
        return "<item><title><![CDATA[%s]]></title><link>https://small.example/2024/p%d/</link><dc:creator>ada</dc:creator><content:encoded><![CDATA[%s]]></content:encoded><wp:post_id>%d</wp:post_id><wp:post_date_gmt>2024-05-01 09:00:00</wp:post_date_gmt>%s</item>\n"
                .formatted(title, id, html, id, more);
    }

    private static String remark(String id, String parent, String text, String more) {
        return "<wp:comment><wp:comment_id>%s</wp:comment_id><wp:comment_author><![CDATA[Bo]]></wp:comment_author><wp:comment_date_gmt>2024-05-01 10:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[%s]]></wp:comment_content><wp:comment_parent>%s</wp:comment_parent>%s</wp:comment>"
                .formatted(id, text, parent, more);
    }

    private ImportReport small(Path folder, String slug, String... items) throws IOException {
        return imports.bring(write(folder, HEAD + String.join("", items) + "</channel></rss>"), slug);
    }

    private List<String> everyComment(String slug, String title) {
        return sql.sql("""
                        select c.text || coalesce(' > ' || a.text, '') from comment c
                        join idea i on i.community_id = c.community_id and c.subject_kind = 'IDEA' and i.number = c.subject_number
                        left join comment a on a.community_id = c.community_id and a.number = c.reply_to
                        where i.title = ? and c.community_id = ? order by c.number
                        """)
                .params(title, communities.bySlug(slug).orElseThrow().id().value())
                .query(String.class)
                .list();
    }

    @Test
    void whatever_is_left_out_is_counted_by_kind(@TempDir Path folder) throws IOException {
        String spam = "<wp:comment_approved>spam</wp:comment_approved>";
        ImportReport report = small(
                folder,
                "kinds",
                post(
                        1,
                        "In",
                        "text",
                        remark("1", "0", "said", "") + remark("2", "0", "x", spam)
                                + remark("3", "0", "x", "<wp:comment_approved>0</wp:comment_approved>")
                                + remark("4", "0", "x", "<wp:comment_approved>trash</wp:comment_approved>")
                                + remark("5", "0", "x", "<wp:comment_type>pingback</wp:comment_type>")
                                + remark("6", "0", " ", "")
                                + "<category domain=\"post_tag\" nicename=\"a\"><![CDATA[A]]></category><category domain=\"category\" nicename=\"b\">B</category>"),
                post(2, "A", "x", "<wp:status>draft</wp:status>"),
                post(3, "B", "x", "<wp:status>draft</wp:status>"),
                post(
                        4,
                        "C",
                        "x",
                        "<wp:status>private</wp:status>" + remark("7", "0", "x", "") + remark("8", "0", "x", spam)),
                post(5, "D", "x", "<wp:post_type>page</wp:post_type>"),
                post(6, "E", "x", "<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>"),
                post(7, "F", "x", "<wp:post_type>revision</wp:post_type>"),
                post(8, "G", "x", "<wp:post_type>nav_menu_item</wp:post_type>"),
                post(9, "H", "x", "<wp:post_type>quiz</wp:post_type>"));
        assertThat(report.told().lines())
                .containsExactly(
                        "Small: 1 idea, 1 comment and 2 people came in.",
                        "Left out: 1 attachment",
                        "Left out: 2 categories and tags of posts",
                        "Left out: 1 comment in the trash",
                        "Left out: 1 comment that was not approved",
                        "Left out: 2 comments under what was left out",
                        "Left out: 1 comment without a text",
                        "Left out: 2 drafts",
                        "Left out: 1 menu item",
                        "Left out: 1 page",
                        "Left out: 1 pingback",
                        "Left out: 1 private post",
                        "Left out: 1 revision",
                        "Left out: 1 spam comment",
                        "Left out: 1 thing of the kind quiz");
    }

    @Test
    void two_posts_of_one_number_both_come_with_their_own_comments(@TempDir Path folder) throws IOException {
        String[] items = {
            post(1, "First", "one", remark("1", "0", "under first", "") + remark("2", "1", "answer", "")),
            post(1, "Second", "two", remark("1", "0", "under second", "")),
            post(1, "Second", "two", remark("9", "0", "again", ""))
        };
        ImportReport report = small(folder, "numbers", items);
        assertThat(report.ideas()).isEqualTo(2);
        assertThat(report.leftOut())
                .contains("1 post written into the file twice", "1 comment under what was left out");
        assertThat(everyComment("numbers", "First")).containsExactly("under first", "answer > under first");
        assertThat(everyComment("numbers", "Second")).containsExactly("under second");
        assertThat(small(folder, "numbers", items).told())
                .contains("0 ideas, 0 comments and 0 people", "5 things were here already");
    }

    @Test
    void no_answer_leaves_its_post(@TempDir Path folder) throws IOException {
        ImportReport report = small(
                folder,
                "answers",
                post(
                        1,
                        "One",
                        "one",
                        remark("1", "0", "a", "")
                                + remark("2", "99", "parent missing", "")
                                + remark("3", "4", "round", "")
                                + remark("4", "3", "and round", "")
                                + remark("5", "5", "itself", "")),
                post(2, "Two", "two", remark("6", "1", "parent elsewhere", "")));
        assertThat(everyComment("answers", "One"))
                .containsExactlyInAnyOrder("a", "parent missing", "round", "and round > round", "itself");
        assertThat(everyComment("answers", "Two")).containsExactly("parent elsewhere");
        assertThat(report.changed())
                .containsExactly("4 answers that stand by themselves, since what they answer is not under their post");
    }

    @Test
    void links_between_posts_lead_to_the_ideas_here(@TempDir Path folder) throws IOException {
        small(
                folder,
                "linked",
                post(
                        7,
                        "Early",
                        "<a href='?p=9'>later</a> <a href='http://www.small.example/2024/p9'>by name</a> <a href='/about'>about</a>",
                        remark("1", "0", "<a href='https://small.example/?p=7'>this</a>", "")),
                post(
                        9,
                        "Late",
                        "<a href='//small.example/2024/p7/#more-7'>back</a> <a href='https://other.example/?p=7'>other</a>",
                        ""));
        assertThat(idea("linked", "Early").text())
                .isEqualTo("[later](/linked/ideas/2) [by name](/linked/ideas/2) [about](https://small.example/about)");
        assertThat(idea("linked", "Late").text())
                .isEqualTo("[back](/linked/ideas/1) [other](https://other.example/?p=7)");
        assertThat(everyComment("linked", "Early")).containsExactly("[this](/linked/ideas/1)");
    }

    private static Viewer onlooker(Community community) {
        return new Viewer(community, null, false, () -> 0);
    }

    private Idea idea(String slug, String title) {
        return ideas.newest(onlooker(communities.bySlug(slug).orElseThrow()), 50).stream()
                .filter(idea -> idea.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void names_come_as_they_were_written() {
        imports.bring(SharedData.file("faults/wxr/names.xml"), "names");
        assertThat(sql.sql("""
                        select p.name from comment c join person p on p.id = c.person_id where c.community_id = ? order by c.number
                        """)
                        .param(communities.bySlug("names").orElseThrow().id().value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "**Max**",
                        "_lena_",
                        "#1 fan",
                        "# Ray",
                        "1. FC Union",
                        "> Bob",
                        "[Ana]",
                        "`root`",
                        "A & B",
                        "user_name_x",
                        "- Kim",
                        "~~old~~",
                        "*",
                        "<Zoe>",
                        "O\\_o",
                        "Dr. No",
                        "***",
                        "Tom <3 Ann");
    }

    @Test
    void entities_in_titles_are_read_once(@TempDir Path folder) throws IOException {
        small(
                folder,
                "titles",
                post(1, "Dots &amp; ampersands &#8211; done", "x", ""),
                post(2, "How to write &amp;lt; and R&D", "x", ""),
                post(3, "<em>Now</em> *this* is # <3", "x", ""),
                post(4, "", "No title, *but* a text", ""));
        assertThat(ideas.newest(onlooker(communities.bySlug("titles").orElseThrow()), 50))
                .extracting(Idea::title)
                .containsExactlyInAnyOrder(
                        "Dots & ampersands – done",
                        "How to write &lt; and R&D",
                        "Now *this* is # <3",
                        "No title, *but* a text");
    }

    @Test
    void every_file_of_others_ends_in_a_result_or_in_one_sentence() throws IOException {
        int files = 0;
        try (var all = Files.newDirectoryStream(SharedData.file("discussions/wordpress-wxr"))) {
            for (Path file : all) {
                files++;
                try {
                    assertThat(imports.bring(file, "file-" + files).told()).contains(" came in.");
                } catch (Refusal refusal) {
                    assertThat(refusal.getMessage().lines()).as(file + "").hasSize(1);
                    assertThat(refusal.getMessage()).doesNotContain("Exception").endsWith(".");
                }
            }
        }
        assertThat(files).isEqualTo(25);
    }

    @Test
    void what_is_something_else_is_named_with_what_to_do(@TempDir Path folder) throws IOException {
        refused(SharedData.file("faults/wxr/people.zip"), "is a zip archive. Unpack it first");
        refused(
                SharedData.file("faults/wxr/leading-blank.xml"),
                "has blank lines before its first line, <?xml …?>. Delete them");
        refused(folder, "is a folder. Name the export in it");
        refused(write(folder, ""), "is empty, so this is no export. In WordPress, choose Tools, Export");
        refused(write(folder, "\n \n"), "nothing but blank lines");
        refused(write(folder, "<!DOCTYPE html>\n<html><body>x"), "is a web page, not an export");
        refused(write(folder, "{\"posts\": []}"), "this is no export");
        refused(
                write(folder, "<?xml version=\"1.0\" encoding=\"x-none\"?><rss/>"),
                "the encoding x-none. Save the export as UTF-8");
        refused(
                write(folder, HEAD + "\n" + post(1, "Bell \u0007", "x", "")),
                "line 7: there is a control character (U+0007)");
        refused(
                Files.write(
                        folder.resolve("latin.xml"),
                        (HEAD + post(1, "Café", "x", "")).getBytes(StandardCharsets.ISO_8859_1)),
                "line 6: the export is said to be UTF-8, but a byte in this line is not");
        try (var packed = new java.util.zip.GZIPOutputStream(Files.newOutputStream(folder.resolve("e.xml.gz")))) {
            packed.write(HEAD.getBytes(StandardCharsets.UTF_8));
        }
        refused(folder.resolve("e.xml.gz"), "is packed with gzip. Unpack it first");
    }

    @Test
    void the_posts_of_others_look_as_they_did() {
        imports.bring(SharedData.file("faults/wxr/content.xml"), "club");
        assertThat(idea("club", "Recipe as code").text())
                .contains(
                        "```\ndef water(bed):\n    if bed.dry:\n\n        for row in bed:\n            row.water(2)\n\n    return bed\n```");
        assertThat(idea("club", "Pictures from the yard").text())
                .contains(
                        "](https://club.example/wp-content/uploads/2024/05/bed.jpg)",
                        "[the third post](/club/ideas/3)");
        assertThat(idea("club", "Steps").text()).endsWith("3. Water\n4. Wait");
        assertThat(idea("club", "Dots & ampersands – done").text()).isEqualTo("R\\&D \\<b\\> \u00a0 ok, a \\< b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "malformed-simple.xml",
                "missing-version-tag.xml",
                "invalid-version-tag.xml",
            })
    void a_file_that_is_no_sound_export_is_refused(String name) {
        refused(SharedData.file("discussions/wordpress-wxr/" + name), name);
    }

    @Test
    void entities_from_outside_and_laughing_ones_are_refused(@TempDir Path folder) throws IOException {
        String seed = Files.readString(SharedData.file(SEED));
        String body = seed.substring(seed.indexOf("<rss"));
        refused(
                write(
                        folder,
                        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + body.replace("Open Source Leadership", "&x;")),
                "document type");
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++)
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        refused(write(folder, laughs + "]>" + body.replace("<title>Lead", "<title>&l11;")), "document type");
        refused(write(folder, body.replace("<title>Lead", "<title>&undefined; ")), "line");
    }

    @Test
    void a_truncated_file_is_refused_wherever_it_ends(@TempDir Path folder) throws IOException {
        String seed = Files.readString(SharedData.file(SEED));
        for (int end = 0; end < seed.length() - 10; end += 1500)
            refused(write(folder, seed.substring(0, end)), "export");
    }

    @Test
    void a_huge_file_is_refused_before_it_is_read(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.xml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(WordPressFile.LARGEST + 1);
        }
        refused(huge, "MB");
    }

    @Test
    void what_is_no_text_at_all_is_refused(@TempDir Path folder) throws IOException {
        byte[] noise = new byte[4096];
        new java.util.Random(7).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise.xml"), noise);
        refused(file, "noise.xml");
        refused(folder.resolve("nothing-here.xml"), "no file");
    }

    private static Path write(Path folder, String text) throws IOException {
        return Files.write(Files.createTempFile(folder, "hostile", ".xml"), text.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(Path file, String word) {
        List<Object> before = everything();
        assertThatThrownBy(() -> imports.bring(file, "hostile"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(word)
                .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
        assertThat(everything()).isEqualTo(before);
        assertThat(communities.bySlug("hostile")).isEmpty();
    }
}
