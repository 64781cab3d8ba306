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
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
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
        Idea idea = ideas.newest(community.id(), null, null, 0, 10).items().getFirst();

        assertThat(report.comments()).isEqualTo(10);
        assertThat(idea.title()).isEqualTo("Open Source Leadership");
        assertThat(idea.published()).isEqualTo(Instant.parse("2009-10-08T08:00:00Z"));
        assertThat(people.get(idea.author()).name()).isEqualTo("Mike Henry");
        assertThat(idea.text()).contains("the mission is primary").contains("\n\n");
        assertThat(discussions.count(idea.subject())).isEqualTo(10);
        assertThat(everyReply(community)).hasSize(5).allMatch(reply -> reply.equals("Mike Henry"));
        assertThat(discussions.debts(community.id(), null, 0, 10).items()).isEmpty();
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
                .anyMatch(line -> line.startsWith("70 of type nav_menu_item"))
                .anyMatch(line -> line.startsWith("3 posts that are not published"));
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
