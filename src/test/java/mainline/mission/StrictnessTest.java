package mainline.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.decisions.RuleBook;
import mainline.decisions.Rules;
import mainline.decisions.Strictness;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How hard it is to decide is one choice among three, before it is thirty numbers. */
@MainlineTest
class StrictnessTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final FoundersRules choice;
    private final RuleBook rules;
    private final Charters charters;
    private String mail;
    private Community community;

    @LocalServerPort
    private int port;

    StrictnessTest(
            People people,
            Founding founding,
            Communities communities,
            FoundersRules choice,
            RuleBook rules,
            Charters charters) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.choice = choice;
        this.rules = rules;
        this.charters = charters;
    }

    @BeforeEach
    void a_community_is_founded() {
        mail = "founder" + System.nanoTime() + "@example.org";
        PersonId person = people.create("Fay Founder", mail, PASSWORD).id();
        community = founding.found("Orchard " + person.value(), "", "UTC", "Everybody picks a pear.", person);
    }

    private String at(String page) {
        return "/" + community.slug() + "/" + page;
    }

    @ParameterizedTest
    @EnumSource
    void each_choice_is_told_from_its_numbers_and_fits_the_form_of_the_charter(Strictness strictness) {
        assertThat(Strictness.of(strictness.rules())).contains(strictness);
        Refused.Check check = new Refused.Check();
        Rules read = RuleFields.read(RuleFields.values(strictness.rules()), Rules.usual(), check);
        check.orRefuse();
        assertThat(read).isEqualTo(strictness.rules());
    }

    @Test
    void the_founder_chooses_in_words_with_the_numbers_folded_below() {
        Browser fay = new Browser(port).signIn(mail, PASSWORD).get(at("decisions/rules"));
        assertThat(fay.page().select("main > p strong").text()).isEqualTo("Usual.");
        assertThat(fay.page().select("details li")).isNotEmpty();
        fay.submit(at("decisions/rules"), Map.of("strictness", "EASY"));
        assertThat(fay.page().select("main > p strong").text()).isEqualTo("Easy.");
        assertThat(rules.current(community.id())).isEqualTo(Strictness.EASY.rules());
        assertThat(rules.version(community.id())).isEqualTo(1);
        fay.submit(at("decisions/rules"), Map.of("strictness", "EASY"));
        assertThat(rules.version(community.id())).isEqualTo(1);
    }

    @Test
    void nobody_else_chooses() {
        String other = "ben" + mail;
        PersonId ben = people.create("Ben Ode", other, PASSWORD).id();
        communities.join(community.id(), ben);
        assertThatThrownBy(() -> choice.choose(new Member(community.id(), ben), Strictness.EASY))
                .isInstanceOf(Refused.class);
        Browser browser = new Browser(port).signIn(other, PASSWORD).get(at("decisions/rules"));
        assertThat(browser.page().select("input[name=strictness]")).isEmpty();
        assertThat(browser.text()).contains("propose a version");
        assertThat(rules.version(community.id())).isZero();
    }

    @Test
    void a_proposed_charter_takes_one_of_the_three_or_single_numbers() {
        Browser fay = new Browser(port).signIn(mail, PASSWORD).get(at("mission/versions/new"));
        fay.submit(at("mission/versions"), Map.of("strictness", "STRICT", "why", "We grow"));
        assertThat(charters.find(community.id(), 2).orElseThrow().rules()).isEqualTo(Strictness.STRICT.rules());
        fay.get(at("mission/versions/new")).submit(at("mission/versions"), Map.of("rule-concernDays", "9"));
        Rules single = charters.find(community.id(), 3).orElseThrow().rules();
        assertThat(single.waits().concernDays()).isEqualTo(9);
        assertThat(single.thresholds()).isEqualTo(Rules.usual().thresholds());
    }
}
