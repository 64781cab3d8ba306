package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.platform.DemoWorld;
import mainline.platform.Jobs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The example community, told as {@code mainline demo} tells it: every page it leads to answers, and the new ones are looked at. */
@InChromium
@DemoTest
class StoryPicturesTest {
    private static final String HERE = "/harbour";
    private static final List<String> PAGES =
            List.of("", "/mission", "/ideas", "/projects", "/handbook", "/results", "/decisions", "/people", "/record");
    private static final List<String> MORE = List.of(
            "/ideas/1",
            "/ideas/new",
            "/projects/1",
            "/changes",
            "/changes/1",
            "/changes/2",
            "/results/1",
            "/decisions/1",
            "/decisions/7",
            "/decisions/8",
            "/decisions/11",
            "/people/amara",
            "/announcements/1",
            "/stewards",
            "/waiting",
            "/handbook?new",
            "/handbook?print",
            "/mission/drift");
    private static final List<String> OUTSIDE =
            List.of("/sign-in", "/join", "/communities", "/me", "/me/notices", "/me/waiting", "/admin", "/nowhere");
    private static final Pattern ENTRY = Pattern.compile("/harbour/record/\\d+");
    private static final Pattern LINK = Pattern.compile("href=\"(/harbour[^\"#]*)");

    private final DemoWorld world;
    private final Jobs jobs;
    private final JdbcClient db;
    private final Pictures pictures = new Pictures();

    @LocalServerPort
    private int port;

    private Window mei;

    StoryPicturesTest(DemoWorld world, Jobs jobs, JdbcClient db) {
        this.world = world;
        this.jobs = jobs;
        this.db = db;
    }

    @BeforeAll
    void open() {
        world.load();
        jobs.run("append-record");
        mei = signedIn("mei");
    }

    private Window signedIn(String name) {
        Window window = new Window(port);
        window.go("/sign-in?then=" + HERE)
                .write("Mail address", name + "@harbour.example")
                .write("Password", "harbour-light-at-dawn")
                .press("Sign in");
        window.page().waitForURL("**" + HERE + "*");
        return window;
    }

    @Test
    void it_is_told_in_the_order_of_time_and_nothing_of_it_is_still_to_come() {
        for (String table : List.of(
                "select id as place, at from record_entry where community_id > 0",
                "select number as place, written_at as at from comment where community_id > 0")) {
            String odd = "select count(*) from (select at, lag(at) over (order by place) as before from (" + table
                    + ") one) all_of_them where at < before or at > now()";
            assertThat(db.sql(odd).query(Long.class).single()).as(table).isZero();
        }
    }

    @Test
    void every_message_that_the_story_stored_is_listed() throws IOException {
        List<String> stored = db.sql("""
                        select key from notice union select label ->> 0 from chain_node union select note ->> 0 from chain_node
                        union select sentence ->> 'key' from decision_outcome
                        union select 'record.' || verb from record_entry
                        """).query(String.class).list();
        Set<String> listed = Files.readAllLines(Path.of("src/test/resources/stored-message-keys.txt")).stream()
                .map(line -> line.split(" ")[0])
                .collect(Collectors.toSet());
        assertThat(stored).isNotEmpty().allMatch(listed::contains);
    }

    @Test
    void the_mission_its_vote_and_what_it_asks_are_sound() {
        pictures.take(mei, "mission-ratified", HERE + "/mission");
        pictures.take(mei, "mission-version", HERE + "/mission/versions/3?against=2");
        pictures.take(mei, "mission-versions-some", HERE + "/mission/versions");
        pictures.take(mei, "mission-propose", HERE + "/mission/versions/new");
        pictures.take(mei, "mission-signatures", HERE + "/mission/signatures");
        pictures.take(mei, "mission-drift", HERE + "/mission/drift");
        pictures.take(mei, "mission-superseded", HERE + "/mission/superseded");
        pictures.take(mei, "lazy-consensus", HERE + "/decisions/8");
        pictures.take(mei, "consent-round", HERE + "/decisions/7");
        pictures.take(mei, "ratification", HERE + "/decisions/11");
        pictures.take(mei, "notices", "/me/notices");
        pictures.take(mei, "record-some", HERE + "/record");
        Matcher entry = ENTRY.matcher(mei.page().content());
        assertThat(entry.find()).isTrue();
        pictures.take(mei, "entry-proved", entry.group());
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    void what_waits_and_what_was_announced_is_sound() {
        Window amara = signedIn("amara");
        pictures.take(mei, "home", HERE);
        pictures.take(mei, "waiting", HERE + "/waiting");
        pictures.take(mei, "announcements", HERE + "/announcements");
        pictures.take(mei, "announcement", HERE + "/announcements/1");
        pictures.take(mei, "announce-closed", HERE + "/announcements/new");
        pictures.take(amara, "announce", HERE + "/announcements/new");
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    void the_story_is_told_in_the_order_of_time() {
        for (String list : List.of(
                "at from record_entry order by id",
                "at from notice order by id",
                "written_at from comment order by number",
                "published_at from idea order by number",
                "opened from decision order by number"))
            assertThat(db.sql("select " + list).query(Timestamp.class).list())
                    .as(list)
                    .hasSizeGreaterThan(5)
                    .isSorted();
        assertThat(db.sql("""
                        select count(*) from comment c join comment a on a.community_id = c.community_id
                            and a.number = c.reply_to where a.written_at >= c.written_at
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void nothing_in_the_story_lies_ahead() {
        List<String> moments = db.sql("""
                        select format('select max(%I) from %I', column_name, table_name)
                        from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_schema = current_schema and table_type = 'BASE TABLE' and data_type like 'timestamp with%'
                            and column_name in ('at', 'since', 'opened', 'began', 'written_at', 'published_at', 'created')
                        """).query(String.class).list();
        assertThat(moments).hasSizeGreaterThan(40);
        for (String latest : moments)
            assertThat(db.sql(latest).query(Timestamp.class).optional().map(Timestamp::toInstant))
                    .as(latest)
                    .matches(at -> at.isEmpty() || at.get().isBefore(Instant.now()));
    }

    @Test
    void what_is_there_is_shown_and_not_told_again() {
        long before =
                db.sql("select count(*) from record_entry").query(Long.class).single();
        world.load();
        assertThat(db.sql("select count(*) from record_entry").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void what_the_story_links_to_is_there() {
        Browser onlooker = new Browser(port);
        Set<String> links = new TreeSet<>();
        for (String page : PAGES)
            LINK.matcher(onlooker.get(HERE + page).body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .forEach(links::add);
        assertThat(links).hasSizeGreaterThan(100);
        assertThat(links).allSatisfy(link -> {
            onlooker.get(link);
            assertThat(onlooker.status()).as(link).isEqualTo(200);
            assertThat(onlooker.body()).as(link).doesNotContain("???");
        });
    }

    @Test
    void its_pages_are_valid_html_for_members_and_for_onlookers() {
        List<Browser> readers =
                List.of(new Browser(port), new Browser(port).signIn("amara@harbour.example", "harbour-light-at-dawn"));
        List<String> pages = Stream.concat(PAGES.stream(), MORE.stream())
                .map(page -> HERE + page)
                .toList();
        assertThat(Stream.concat(pages.stream(), OUTSIDE.stream())).allSatisfy(page -> {
            for (Browser reader : readers)
                assertThat(ValidHtml.faults(reader.get(page).body())).isEmpty();
        });
    }
}
