package mainline.ideas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.community.Visibility;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.mission.Mission;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import mainline.people.People;
import mainline.people.Secret;
import mainline.platform.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MainlineTest
class IdeaApiWritingTest {
    private static final String BENCH = """
            {"title": "A bench at every corner", "text": "People who can sit down go out more.", "clause": 1}""";

    private final Ideas ideas;
    private final Mission mission;
    private final AccessTokens tokens;
    private final People people;
    private final Jobs jobs;
    private final TestClock clock;
    private final JdbcClient db;
    private final PlatformTransactionManager transactions;
    private final Village village;
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    IdeaApiWritingTest(
            Ideas ideas,
            Mission mission,
            AccessTokens tokens,
            People people,
            Founding founding,
            Communities communities,
            Jobs jobs,
            TestClock clock,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.ideas = ideas;
        this.mission = mission;
        this.tokens = tokens;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.db = db;
        this.transactions = transactions;
        this.village = new Village(people, founding, communities, ideas);
    }

    private String at(String below) {
        return "/api/v1" + village.community.path(below);
    }

    private Browser nobody() {
        return new Browser(port).with("Accept", "application/json");
    }

    private Browser with(String key) {
        return nobody().with("Authorization", "Bearer " + key);
    }

    private Browser writing(Member member) {
        return with(tokens.make(member.person(), "program", AccessToken.Scope.WRITE));
    }

    private JsonNode read(Browser answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        return json.readTree(answer.body());
    }

    private JsonNode problem(Browser answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "mainline.", "jackson");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("detail").asString()).endsWith(".");
        return problem;
    }

    private int ideas() {
        return ideas.newest(new Viewer(village.community, null, false, () -> 0), 50)
                .size();
    }

    @Test
    void an_idea_is_published_and_its_address_told() {
        Browser program = writing(village.ben).json("POST", at("ideas"), BENCH);
        JsonNode made = read(program, 201);
        String tag = program.header("ETag");
        String address = program.header("Location").replaceFirst("^https?://[^/]*", "");
        assertThat(address).isEqualTo(at("ideas/" + made.path("number").asLong()));
        assertThat(program.setCookies()).isEmpty();
        assertThat(read(nobody().ask(address), 200)).isEqualTo(made);
        assertThat(nobody().ask(address).header("ETag")).isEqualTo(tag);
    }

    @Test
    void what_later_modules_ask_is_sent_by_the_names_of_their_fields() {
        Browser program = writing(village.ben);
        String more = BENCH.replace("}", ", \"need-do\": 2.5, \"need-test\": \"1\"}");
        long number = read(program.json("POST", at("ideas"), more), 201)
                .path("number")
                .asLong();
        assertThat(new Browser(port)
                        .get("/" + village.community.slug() + "/ideas/" + number)
                        .text())
                .contains("2.5");
        JsonNode problem = problem(program.json("POST", at("ideas"), BENCH.replace("}", ", \"need-do\": 0.1}")), 422);
        assertThat(problem.path("fields").path("need-do").asString()).startsWith("Write hours in steps of a quarter");
        problem = problem(program.json("POST", at("ideas"), BENCH.replace("}", ", \"need-do\": [1]}")), 422);
        assertThat(problem.path("fields").has("need-do")).isTrue();
    }

    @Test
    void what_is_wrong_is_said_beside_each_field_as_on_the_page() {
        JsonNode problem = problem(
                writing(village.ben)
                        .with("Accept-Language", "es")
                        .json("POST", at("ideas"), "{\"interest\": \"none\"}"),
                422);
        assertThat(problem.path("fields").propertyNames()).containsExactlyInAnyOrder("title", "text", "clause");
        assertThat(problem.path("fields").path("title").asString()).isEqualTo("Completa este campo.");
        assertThat(ideas()).isZero();
    }

    @Test
    void a_version_is_changed_only_by_whoever_has_seen_it() {
        Subject idea = village.anOpenIdea().subject();
        Browser program = writing(village.ada);
        String other = BENCH.replace("every corner", "every second corner");
        problem(program.json("PUT", at(idea.path()), other), 428);
        String tag = program.ask(at(idea.path())).header("ETag");
        program.with("If-Match", tag);
        assertThat(read(program.json("PUT", at(idea.path()), other), 200)
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(program.header("ETag")).isNotEqualTo(tag);
        problem(program.json("PUT", at(idea.path()), BENCH), 412);
        problem(program.with("If-Match", "nonsense").json("PUT", at(idea.path()), BENCH), 412);
        assertThat(ideas.get(idea).title()).isEqualTo("A bench at every second corner");
    }

    @Test
    void of_two_who_change_one_version_at_once_one_is_told_that_it_is_old() {
        Subject idea = village.anOpenIdea().subject();
        String key = tokens.make(village.ada.person(), "program", AccessToken.Scope.WRITE);
        String tag = nobody().ask(at(idea.path())).header("ETag");
        List<Integer> told = IntStream.range(0, 6)
                .parallel()
                .mapToObj(n -> with(key)
                        .with("If-Match", tag)
                        .json("PUT", at(idea.path()), BENCH.replace("corner", "corner " + n))
                        .status())
                .toList();
        assertThat(told).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void an_edit_is_refused_to_everybody_but_the_author() {
        Subject idea = village.anOpenIdea().subject();
        String tag = nobody().ask(at(idea.path())).header("ETag");
        JsonNode problem = problem(writing(village.ben).with("If-Match", tag).json("PUT", at(idea.path()), BENCH), 422);
        assertThat(problem.has("fields")).isFalse();
        problem(writing(village.ben).json("POST", at(idea.path() + "/withdrawal"), "{}"), 422);
        problem(writing(village.ben).sendAny("DELETE", at(idea.path() + "/withdrawal"), null, null), 404);
    }

    @Test
    void a_withdrawal_is_made_read_and_taken_back() {
        Subject idea = village.anOpenIdea().subject();
        Browser program = writing(village.ada);
        String withdrawal = at(idea.path() + "/withdrawal");
        problem(program.ask(withdrawal), 404);
        JsonNode made = read(program.json("POST", withdrawal, "{\"why\": \"Done elsewhere.\"}"), 201);
        assertThat(program.header("Location")).endsWith(withdrawal);
        assertThat(read(program.ask(withdrawal), 200)).isEqualTo(made);
        assertThat(made.path("why").asString()).isEqualTo("Done elsewhere.");
        assertThat(read(program.ask(at(idea.path())), 200)
                        .path("state")
                        .path("is")
                        .asString())
                .isEqualTo("withdrawn");
        problem(program.json("POST", withdrawal, "{}"), 422);
        assertThat(program.sendAny("DELETE", withdrawal, null, null).status()).isEqualTo(204);
        problem(program.ask(withdrawal), 404);
        assertThat(program.sendAny("POST", withdrawal, null, null).status())
                .as("without a reason, nothing need be sent")
                .isEqualTo(201);
    }

    @Test
    void the_same_under_one_key_is_done_once_and_answered_as_the_first_time() {
        Browser program = writing(village.ben).with("Idempotency-Key", "\"one\"");
        JsonNode first = read(program.json("POST", at("ideas"), BENCH), 201);
        String location = program.header("Location");
        String tag = program.header("ETag");
        Subject idea = new Subject(
                village.community.id(), Subject.Kind.IDEA, first.path("number").asLong());
        ideas.withdraw(village.ben, idea, "");
        String sameInOtherOrder =
                "{\"clause\": 1, " + BENCH.strip().substring(1).replace(", \"clause\": 1", "");
        assertThat(read(program.json("POST", at("ideas"), sameInOtherOrder), 201))
                .isEqualTo(first);
        assertThat(program.header("Location")).isEqualTo(location);
        assertThat(program.header("ETag")).isEqualTo(tag);
        problem(program.json("POST", at("ideas"), BENCH.replace("bench", "tree")), 422);
        problem(program.json("POST", at(idea.path() + "/withdrawal"), "{}"), 422);
        assertThat(ideas()).isEqualTo(1);
    }

    @Test
    void a_key_is_its_persons_own() {
        read(writing(village.ben).with("Idempotency-Key", "mine").json("POST", at("ideas"), BENCH), 201);
        read(writing(village.cleo).with("Idempotency-Key", "mine").json("POST", at("ideas"), BENCH), 201);
        assertThat(ideas()).isEqualTo(2);
    }

    @Test
    void sent_many_times_at_once_under_one_key_it_is_done_once_and_everybody_is_told_the_same() {
        String key = tokens.make(village.ben.person(), "program", AccessToken.Scope.WRITE);
        List<String> told = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> with(key).with("Idempotency-Key", "crowd").json("POST", at("ideas"), BENCH))
                .map(answer -> answer.status() + answer.header("Location") + answer.body())
                .toList();
        assertThat(told).allMatch(answer -> answer.startsWith("201")).containsOnly(told.getFirst());
        assertThat(ideas()).isEqualTo(1);
    }

    @Test
    void while_the_first_under_a_key_takes_long_the_second_is_told_so() {
        byte[] key = new Secret("key " + village.ben.person().value() + " slow").hash();
        Browser program = writing(village.ben).with("Idempotency-Key", "slow");
        new TransactionTemplate(transactions).executeWithoutResult(first -> {
            db.sql("insert into sent_form (key, leads_to, sent_at) values (?, '', now())")
                    .param(key)
                    .update();
            problem(program.json("POST", at("ideas"), BENCH), 409);
            first.setRollbackOnly();
        });
        read(program.json("POST", at("ideas"), BENCH), 201);
    }

    @Test
    void what_was_refused_leaves_no_key() {
        Browser program = writing(village.ben).with("Idempotency-Key", "again");
        problem(program.json("POST", at("ideas"), "{}"), 422);
        read(program.json("POST", at("ideas"), BENCH), 201);
    }

    @Test
    void after_a_day_a_key_is_forgotten() {
        Browser program = writing(village.ben).with("Idempotency-Key", "yesterday");
        read(program.json("POST", at("ideas"), BENCH), 201);
        jobs.run("forget-sent-forms");
        read(program.json("POST", at("ideas"), BENCH), 201);
        assertThat(ideas()).isEqualTo(1);
        clock.advance(Duration.ofHours(25));
        jobs.run("forget-sent-forms");
        assertThat(db.sql("select count(*) from sent_form").query(Long.class).single())
                .isZero();
        read(program.json("POST", at("ideas"), BENCH), 201);
        assertThat(ideas()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "a b", "back\\slash"})
    void a_key_that_is_none_is_refused(String key) {
        problem(writing(village.ben).with("Idempotency-Key", key).json("POST", at("ideas"), BENCH), 400);
    }

    @Test
    void nobody_writes_without_a_token_that_writes() {
        Browser answer = nobody().json("POST", at("ideas"), BENCH);
        problem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Mainline\"");
        answer = with("mainline_nonsense").json("POST", at("ideas"), BENCH);
        problem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        for (AccessToken.Scope scope : List.of(AccessToken.Scope.READ, AccessToken.Scope.PUSH)) {
            answer = with(tokens.make(village.ben.person(), "other", scope)).json("POST", at("ideas"), BENCH);
            problem(answer, 403);
            assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope", "WRITE");
        }
        String key = tokens.make(village.ben.person(), "revoked", AccessToken.Scope.WRITE);
        long id = db.sql("select max(id) from access_token").query(Long.class).single();
        tokens.revoke(village.ben.person(), id);
        problem(with(key).json("POST", at("ideas"), BENCH), 401);
        assertThat(ideas()).isZero();
    }

    @Test
    void whoever_is_no_member_is_told_to_join() {
        Member stranger = new Member(
                village.community.id(),
                people.bring("Sam", "sam@elsewhere.example").id());
        Browser answer = writing(stranger).json("POST", at("ideas"), BENCH);
        assertThat(problem(answer, 403).path("detail").asString()).contains("Join it");
    }

    @Test
    void a_community_for_members_answers_others_like_one_that_is_not_there() {
        Subject idea = village.anOpenIdea().subject();
        mission.show(village.ada, Visibility.MEMBERS);
        Member stranger = new Member(
                village.community.id(),
                people.bring("Sid", "sid@elsewhere.example").id());
        String elsewhere = "/api/v1/no-such-place/";
        for (Browser who : List.of(nobody(), writing(stranger))) {
            who.with("If-Match", "\"1-open\"").with("Idempotency-Key", "x");
            for (String[] act : new String[][] {
                {"POST", "ideas", BENCH},
                {"PUT", idea.path(), BENCH},
                {"POST", idea.path() + "/withdrawal", "{}"},
                {"DELETE", idea.path() + "/withdrawal", ""},
                {"POST", "ideas", "{"}
            }) {
                who.json(act[0], at(act[1]), act[2]);
                int status = who.status();
                String body = who.body();
                assertThat(status).isIn(401, 404);
                who.json(act[0], elsewhere + act[1], act[2]);
                assertThat(who.status()).as(act[0] + " " + act[1]).isEqualTo(status);
                assertThat(who.body()).isEqualTo(body);
            }
        }
        Browser ben = writing(village.ben).json("POST", at("ideas"), BENCH);
        read(ben, 201);
        assertThat(ben.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title|{\"title\": 5}",
                "title|{\"title\": {\"a\": 1}}",
                "title|{\"title\": [\"a\"]}",
                "clause|{\"clause\": \"1\"}",
                "clause|{\"clause\": 1.5}",
                "clause|{\"clause\": 99999999999}",
                "clause|{\"clause\": true}",
                "colour|{\"title\": \"a\", \"text\": \"b\", \"clause\": 1, \"colour\": \"red\"}",
                "title|{\"title\": \"a\\u0000b\", \"text\": \"b\", \"clause\": 1}",
                "title|{\"title\": \"a\\ud800b\", \"text\": \"b\", \"clause\": 1}",
            })
    void a_field_that_is_odd_is_named(String sent) {
        String[] parts = sent.split("\\|", 2);
        JsonNode problem = problem(writing(village.ben).json("POST", at("ideas"), parts[1]), 422);
        assertThat(problem.path("fields").propertyNames()).contains(parts[0]);
        assertThat(ideas()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "[1]",
                "\"title\"",
                "5",
                "null",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{} {}",
                "{\"title\": \"a\0b\"}"
            })
    void what_is_no_object_in_json_is_refused_in_a_sentence(String sent) {
        problem(writing(village.ben).json("POST", at("ideas"), sent), 400);
        assertThat(ideas()).isZero();
    }

    @Test
    void json_that_goes_down_a_thousand_times_is_refused() {
        String deep = "[".repeat(100_000);
        problem(writing(village.ben).json("POST", at("ideas"), "{\"title\": " + deep), 422);
        problem(writing(village.ben).json("POST", at("ideas"), "{\"need-do\": " + deep), 400);
    }

    @Test
    void another_type_than_json_is_not_read() {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/merge-patch+json"))
            problem(
                    writing(village.ben).sendAny("POST", at("ideas"), type, HttpRequest.BodyPublishers.ofString(BENCH)),
                    415);
        problem(
                writing(village.ben).sendAny("POST", at("ideas"), null, HttpRequest.BodyPublishers.ofString(BENCH)),
                415);
    }

    @Test
    void a_method_that_does_nothing_here_is_told_what_does() {
        Browser answer = writing(village.ben).json("PATCH", at("ideas/1"), BENCH);
        problem(answer, 405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, PUT");
        problem(writing(village.ben).json("DELETE", at("ideas"), ""), 405);
    }

    @Test
    void a_long_text_is_taken_from_whoever_is_known_and_a_huge_one_from_nobody() {
        String long300 = BENCH.replace("out", "x".repeat(300_000));
        problem(nobody().json("POST", at("ideas"), long300), 413);
        problem(with("mainline_nonsense").json("POST", at("ideas"), long300), 413);
        JsonNode problem = problem(writing(village.ben).json("POST", at("ideas"), long300), 422);
        assertThat(problem.path("fields").has("text")).isTrue();
        problem(writing(village.ben).json("POST", at("ideas"), BENCH.replace("out", "x".repeat(2_000_000))), 413);
    }
}
