package mainline.ideas;

import static org.assertj.core.api.Assertions.assertThat;

import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.community.Visibility;
import mainline.kernel.Subject;
import mainline.mission.Mission;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MainlineTest
class IdeaApiTest {
    private final Ideas ideas;
    private final Mission mission;
    private final AccessTokens tokens;
    private final Village village;
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    IdeaApiTest(Ideas ideas, AccessTokens tokens, Mission mission, Village village) {
        this.ideas = ideas;
        this.mission = mission;
        this.tokens = tokens;
        this.village = village;
    }

    private Browser program() {
        return new Browser(port).with("Accept", "application/json");
    }

    private String at(String below) {
        return "/api/v1" + village.community.path(below);
    }

    private JsonNode read(Browser answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        return json.readTree(answer.body());
    }

    @Test
    void an_idea_is_read_with_where_it_stands() {
        Subject open = village.anOpenIdea().subject();
        JsonNode read = read(program().ask(at(open.path())));
        assertThat(read.path("number").asLong()).isEqualTo(open.number());
        assertThat(read.path("title").asString()).isEqualTo("A bench at every corner");
        assertThat(read.path("state").path("is").asString()).isEqualTo("open");
        ideas.withdraw(village.ada, open, "Done elsewhere.");
        JsonNode withdrawn = read(program().ask(at(open.path())));
        assertThat(withdrawn.path("state").path("why").asString()).isEqualTo("Done elsewhere.");
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        Subject idea = village.anOpenIdea().subject();
        String tag = program().ask(at(idea.path())).header("ETag");
        assertThat(program().with("If-None-Match", tag).ask(at(idea.path())).status())
                .isEqualTo(304);
        ideas.withdraw(village.ada, idea, "");
        assertThat(program().with("If-None-Match", tag).ask(at(idea.path())).status())
                .isEqualTo(200);
    }

    @Test
    void a_list_leads_to_its_next_page() {
        long first = village.anOpenIdea().subject().number();
        long second = village.anOpenIdea().subject().number();
        Browser answer = program().ask(at("ideas?size=1"));
        JsonNode page = read(answer);
        assertThat(page.path("items").path(0).path("number").asLong()).isEqualTo(second);
        String next = page.path("next").asString();
        assertThat(answer.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
        JsonNode after = read(program().ask(next.replaceFirst("^https?://[^/]*", "")));
        assertThat(after.path("items").path(0).path("number").asLong()).isEqualTo(first);
    }

    @Test
    void what_is_missing_is_a_problem() {
        Browser answer = program().ask(at("ideas/999999"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(json.readTree(answer.body()).path("status").asInt()).isEqualTo(404);
    }

    @Test
    void of_a_community_for_members_a_program_reads_nothing_without_a_token_of_one() {
        mission.show(village.ada, Visibility.MEMBERS);
        assertThat(program().ask(at("ideas")).status()).isEqualTo(401);
        String key = tokens.make(village.ada.person(), "reader", AccessToken.Scope.READ);
        assertThat(program()
                        .with("Authorization", "Bearer " + key)
                        .ask(at("ideas"))
                        .status())
                .isEqualTo(200);
    }
}
