package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import mainline.Browser;
import mainline.MainlineTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MainlineTest
class ApiDescriptionTest {
    private static final String IDEA = "/api/v1/{community}/ideas/{number}";

    @LocalServerPort
    private int port;

    private Browser program() {
        return new Browser(port).with("Accept", "application/json");
    }

    private JsonNode described() {
        Browser answer = program().ask("/api/v1/openapi.json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void only_addresses_for_programs_are_described() {
        JsonNode api = described();
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("paths").propertyNames())
                .contains("/api/v1/{community}/ideas", IDEA, IDEA + "/withdrawal")
                .allMatch(path -> path.startsWith("/api/v1/{community}/"));
        assertThat(api.toString()).doesNotContain("Viewer", "mainline.");
    }

    @Test
    void it_says_who_may_ask_which_headers_go_with_it_and_what_goes_wrong() {
        JsonNode api = described();
        assertThat(api.at("/components/securitySchemes/accessToken/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/components/schemas/Problem/properties").propertyNames())
                .containsExactlyInAnyOrder("title", "status", "detail", "fields");
        JsonNode edit = api.path("paths").path(IDEA).path("put");
        assertThat(edit.path("parameters").toString())
                .contains("If-Match", "community", "number")
                .doesNotContain("seen");
        assertThat(edit.path("responses").propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "412", "413", "415", "422", "428");
        assertThat(edit.at("/responses/200/headers").has("ETag")).isTrue();
        assertThat(edit.path("security")).hasSize(1);
        JsonNode publish = api.path("paths").path("/api/v1/{community}/ideas").path("post");
        assertThat(publish.path("parameters").toString()).contains("Idempotency-Key");
        assertThat(publish.at("/responses/201/headers").propertyNames()).contains("ETag", "Location");
        assertThat(publish.path("responses").has("200")).isFalse();
        assertThat(api.at("/components/schemas/NewIdeaJson/properties").propertyNames())
                .containsExactlyInAnyOrder("title", "text", "clause", "interest");
        assertThat(api.at("/components/schemas/NewIdeaJson/additionalProperties")
                        .asBoolean())
                .as("what later modules ask")
                .isTrue();
        assertThat(api.toString()).doesNotContain("\"keys\":[]");
        assertThat(api.path("paths").path(IDEA).path("get").path("security"))
                .as("onlookers read without a token")
                .hasSize(2);
    }

    @Test
    void it_is_the_same_for_everybody_and_not_sent_again_unchanged() {
        String first = program()
                .with("Accept-Language", "es")
                .ask("/api/v1/openapi.json")
                .body();
        Browser again = program().with("Host-Of-Others", "evil.example").ask("/api/v1/openapi.json");
        assertThat(again.body()).isEqualTo(first);
        assertThat(program()
                        .with("If-None-Match", again.header("ETag"))
                        .ask("/api/v1/openapi.json")
                        .status())
                .isEqualTo(304);
        assertThat(program().ask("/api/v1/openapi.json.yaml").status()).isEqualTo(404);
        assertThat(program().ask("/v3/api-docs").status()).isEqualTo(404);
    }
}
