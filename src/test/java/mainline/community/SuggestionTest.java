package mainline.community;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.people.People;
import mainline.people.Person;
import mainline.people.Profiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Whom a few letters after an @ could mean. */
@MainlineTest
class SuggestionTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Discussions discussions;
    private final Communities communities;
    private final Profiles profiles;
    private final People people;
    private final JdbcClient sql;
    private final Village village;
    private final Village elsewhere;

    private Browser browser;
    private Member rita;

    @LocalServerPort
    private int port;

    SuggestionTest(
            Discussions discussions,
            Communities communities,
            Profiles profiles,
            People people,
            JdbcClient sql,
            Village village,
            Village elsewhere) {
        this.discussions = discussions;
        this.communities = communities;
        this.profiles = profiles;
        this.people = people;
        this.sql = sql;
        this.village = village;
        this.elsewhere = elsewhere;
    }

    @BeforeEach
    void rita_joins() {
        String mail = "rita-suggests" + NEXT.incrementAndGet() + "@example.org";
        rita = new Member(
                village.community.id(),
                people.create("Rita Reader", mail, PASSWORD).id());
        communities.join(rita.community(), rita.person());
        browser = new Browser(port).signIn(mail, PASSWORD).with("Accept", "application/json");
    }

    private Person joined(String name) {
        Person person = people.bring(name, null);
        communities.join(village.community.id(), person.id());
        return person;
    }

    private List<String> names(String typed, String about) {
        browser.get(village.community.path("people/suggest?q=" + URLEncoder.encode(typed, UTF_8) + "&about=" + about));
        assertThat(browser.status()).isEqualTo(200);
        return Stream.of(JsonMapper.shared().readValue(browser.body(), SuggestionPages.Suggestion[].class))
                .map(SuggestionPages.Suggestion::name)
                .toList();
    }

    @Test
    void members_are_found_by_each_word_of_their_name_and_by_their_handle() {
        Person jose = joined("José Ángel Ibarra");
        joined("ليلى حداد");
        assertThat(names("ang", "")).containsExactly("José Ángel Ibarra");
        assertThat(names("IBA", "")).containsExactly("José Ángel Ibarra");
        assertThat(names(jose.handle(), "")).containsExactly("José Ángel Ibarra");
        assertThat(names("ليل", "")).containsExactly("ليلى حداد");
        assertThat(names("barra", "")).isEmpty();
        assertThat(names("%", "")).isEmpty();
        assertThat(names("", "")).isEmpty();
    }

    @Test
    void whoever_talks_about_the_thing_comes_first_and_the_one_who_asks_never() {
        Idea idea = village.anOpenIdea();
        discussions.say(village.cleo, idea.subject(), null, "First.");
        discussions.say(village.dov, idea.subject(), null, "Second.");
        discussions.say(rita, idea.subject(), null, "Third.");
        assertThat(names("", idea.subject().key())).containsExactly("Dov Lind", "Cleo Marsh", "Ada Vale");
        joined("Aaron Dovey");
        assertThat(names("d", idea.subject().key())).startsWith("Dov Lind").contains("Aaron Dovey");
        assertThat(names("rita", idea.subject().key())).isEmpty();
    }

    @Test
    void eight_are_shown_at_most() {
        for (int i = 0; i < 12; i++) joined("Quentin Quarry");
        assertThat(names("qu", "")).hasSize(8);
    }

    @Test
    void who_takes_another_name_is_found_by_that_and_who_left_is_not_found() {
        Person before = joined("Xenia Before");
        profiles.change(before.id(), "Yolanda After", "");
        assertThat(names("yol", "")).containsExactly("Yolanda After");
        assertThat(names("befo", "")).isEmpty();
        communities.leave(new Member(village.community.id(), before.id()));
        assertThat(names("yol", "")).isEmpty();
    }

    @Test
    void who_belonged_before_there_was_such_a_list_is_found_as_well() throws IOException {
        joined("Zoë Zacharías-Ólafsdóttir (Zed)");
        String migration = new ClassPathResource("mainline/community/V5__member_words.sql").getContentAsString(UTF_8);
        sql.sql("delete from member_word").update();
        sql.sql(migration.substring(migration.indexOf("insert into"))).update();
        for (String word : List.of("zoe", "zach", "olaf", "zed"))
            assertThat(names(word, "")).containsExactly("Zoë Zacharías-Ólafsdóttir (Zed)");
    }

    @Test
    void nobody_is_told_who_is_in_a_community_they_have_not_joined() {
        Browser stranger =
                new Browser(port).with("Accept", "application/json").ask(village.community.path("people/suggest?q=a"));
        assertThat(stranger.body()).doesNotContain("Ada Vale");
        browser.get(elsewhere.community.path("people/suggest?q=a"));
        assertThat(browser.body()).doesNotContain("ada-vale");
    }

    @Test
    void somebody_who_is_called_suggest_has_a_page_all_the_same() {
        Person person = joined("Suggest");
        assertThat(new Browser(port)
                        .get(village.community.path("people/" + person.handle()))
                        .status())
                .isEqualTo(200);
    }
}
