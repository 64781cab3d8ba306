package mainline.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.OwnWords;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.TestErrands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A community that was founded in one language can write another. */
@MainlineTest
class LanguageTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Village village;
    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final OwnWords words;
    private final TestErrands late;
    private final TestClock clock;
    private final JdbcClient sql;

    @LocalServerPort
    private int port;

    private Community community;
    private Browser founder;
    private Browser member;
    private Person heard;

    LanguageTest(
            Village village,
            People people,
            Founding founding,
            Communities communities,
            OwnWords words,
            TestErrands late,
            TestClock clock,
            JdbcClient sql) {
        this.village = village;
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.words = words;
        this.late = late;
        this.clock = clock;
        this.sql = sql;
    }

    @BeforeEach
    void a_founder_and_a_member() {
        clock.reset();
        int n = NEXT.incrementAndGet();
        Person first = people.create("Fay Founder", "fay" + n + "@language.example", PASSWORD);
        heard = people.create("Mo Member", "mo" + n + "@language.example", PASSWORD);
        community = founding.found("Language " + n, "language-" + n, "UTC", "We speak.", first.id());
        communities.join(community.id(), heard.id());
        founder = new Browser(port).signIn("fay" + n + "@language.example", PASSWORD);
        member = new Browser(port).signIn("mo" + n + "@language.example", PASSWORD);
    }

    private String at(String below) {
        return community.path(below);
    }

    private Locale language() {
        return communities.find(community.id()).orElseThrow().language();
    }

    @Test
    void its_founder_chooses_another_and_everybody_hears_of_it() {
        String english = words.say(community.id(), "mission.title");
        founder.get(at("mission"));
        assertThat(founder.page().select("a[href=" + at("language") + "]").text())
                .isEqualTo("The language it writes");
        founder.get(at("language"));
        assertThat(founder.page().select("input[name=language][checked]").val()).isEqualTo("en");
        founder.submit(at("language"), Map.of("language", "es"));
        assertThat(founder.text()).contains("the record says so", "Español");
        assertThat(language()).isEqualTo(Locale.forLanguageTag("es"));
        assertThat(words.say(community.id(), "mission.title")).isNotEqualTo(english);
        assertThat(new Browser(port).get(at("record")).text())
                .contains("Fay Founder chose the language that " + community.name() + " writes: Español");
        late.run();
        assertThat(sql.sql("select key from notice where person_id = ?")
                        .param(heard.id().value())
                        .query(String.class)
                        .list())
                .containsOnlyOnce("record.community.language");
    }

    @Test
    void the_same_again_changes_nothing_and_a_language_that_nobody_speaks_is_refused() {
        founder.get(at("language")).submit(at("language"), Map.of("language", "en"));
        assertThat(new Browser(port).get(at("record")).text()).doesNotContain("chose the language");
        founder.get(at("language")).submit(at("language"), Map.of("language", "tlh"));
        assertThat(founder.status()).isEqualTo(422);
        assertThat(founder.page().select(".field .problem").text()).contains("Choose one of these languages");
        assertThat(language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void other_members_read_whose_it_is_to_say() {
        member.get(at("language"));
        assertThat(member.page().select("input[name=language]")).isEmpty();
        assertThat(member.text()).contains("Whoever founded the community can change it");
        String token = member.page().select("input[name=_csrf]").first().val();
        member.post(at("language"), Map.of("_csrf", token, "language", "es"));
        assertThat(member.status()).isEqualTo(422);
        assertThat(language()).isEqualTo(Locale.ENGLISH);
        assertThat(new Browser(port).get(at("language")).status()).isEqualTo(200);
    }

    @Test
    void who_runs_the_installation_chooses_too() {
        assertThat(village.community).as("somebody set it up").isNotNull();
        Browser operator = new Browser(port).signIn("olga@example.org", PASSWORD);
        operator.get(at("language")).submit(at("language"), Map.of("language", "es"));
        assertThat(operator.status()).isEqualTo(200);
        assertThat(language()).isEqualTo(Locale.forLanguageTag("es"));
    }
}
