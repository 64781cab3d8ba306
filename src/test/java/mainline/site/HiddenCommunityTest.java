package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Visibility;
import mainline.handbook.Handbook;
import mainline.ideas.Ideas;
import mainline.mission.Founding;
import mainline.mission.Mission;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import mainline.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing at all tells a community for members only from one that does not exist. */
@MainlineTest
class HiddenCommunityTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String UNKNOWN = "nowhere-at-all";
    private static final Map<String, String> PLAUSIBLE = Map.of("ending", "csv", "token", "x", "path", "README");

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final Mission mission;
    private final Proposals proposals;
    private final Handbook handbook;
    private final AccessTokens tokens;
    private final TransactionTemplate act;
    private final RequestMappingHandlerMapping mappings;

    private Village village;
    private Village open;

    @LocalServerPort
    private int port;

    HiddenCommunityTest(
            People people,
            Founding founding,
            Communities communities,
            Ideas ideas,
            Mission mission,
            Proposals proposals,
            Handbook handbook,
            AccessTokens tokens,
            TransactionTemplate act,
            RequestMappingHandlerMapping mappings) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.mission = mission;
        this.proposals = proposals;
        this.handbook = handbook;
        this.tokens = tokens;
        this.act = act;
        this.mappings = mappings;
    }

    @BeforeEach
    void two_villages_of_which_one_has_closed_its_doors() {
        open = lively();
        village = lively();
        mission.show(village.ada, Visibility.MEMBERS);
    }

    private Village lively() {
        Village made = new Village(people, founding, communities, ideas);
        made.anOpenIdea();
        String head = handbook.head(made.community.id());
        proposals.propose(made.ben, new Proposal("bench.md", head, "# Bench\n", "A bench", "To sit", "", null));
        return made;
    }

    /** An address of the application below a community, with what it may be asked by. */
    private record Address(String below, String query, Set<RequestMethod> methods) {}

    private List<Address> addresses() {
        List<Address> all = new ArrayList<>();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            var paths = info.getPathPatternsCondition();
            if (paths == null) continue;
            String query = String.join(
                    "&",
                    info.getParamsCondition().getExpressions().stream()
                            .map(part -> part.getValue() == null ? part.getName() + "=" : part.toString())
                            .toList());
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : paths.getPatternValues()) {
                if (!pattern.startsWith("/{community}")) continue;
                all.add(new Address(
                        filled(pattern.substring("/{community}".length())),
                        query,
                        methods.isEmpty() ? Set.of(RequestMethod.GET) : methods));
            }
        }
        return all;
    }

    /** The pattern with something plausible in each of its gaps. */
    private static String filled(String pattern) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '{') {
                path.append(pattern.charAt(i));
                continue;
            }
            int depth = 0;
            int end = i;
            do {
                if (pattern.charAt(end) == '{') depth++;
                if (pattern.charAt(end) == '}') depth--;
                end++;
            } while (depth > 0);
            String[] gap = pattern.substring(i + 1, end - 1).replace("*", "").split(":", 2);
            String known = PLAUSIBLE.getOrDefault(gap[0], "1");
            path.append(gap.length < 2 || known.matches(gap[1]) ? known : "ada-vale");
            i = end - 1;
        }
        return path.toString();
    }

    @Test
    void no_address_tells_an_onlooker_or_a_stranger_that_there_is_one() {
        List<Address> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(120);
        people.create("Sam Stranger", "sam@example.org", PASSWORD);
        Browser onlooker = new Browser(port).get("/sign-in");
        String onlookers = onlooker.page().select("input[name=_csrf]").attr("value");
        Browser stranger = new Browser(port).signIn("sam@example.org", PASSWORD).get("/communities/new");
        String strangers = stranger.page().select("input[name=_csrf]").attr("value");
        for (Address address : addresses) {
            alike(onlooker, onlookers, address);
            alike(stranger, strangers, address);
        }
    }

    @Test
    void no_address_tells_a_stranger_with_an_access_token() {
        var sam = people.create("Sam Token", "samt@example.org", PASSWORD);
        for (AccessToken.Scope scope : AccessToken.Scope.values()) {
            String key = tokens.make(sam.id(), "x", scope);
            Browser stranger = new Browser(port).with("Authorization", "Bearer " + key);
            for (Address address : addresses()) alike(stranger, "", address);
            assertThat(stranger.ask("/" + village.community.slug() + "/handbook.git/info/refs?service=git-upload-pack")
                            .status())
                    .isEqualTo(404);
        }
    }

    private void alike(Browser who, String token, Address address) {
        String query = address.query().isEmpty() ? "" : "?" + address.query();
        for (RequestMethod method : address.methods()) {
            Map<String, String> hidden = answer(who, method, village.community.slug(), address.below(), query, token);
            Map<String, String> unknown = answer(who, method, UNKNOWN, address.below(), query, token);
            assertThat(hidden).as(method + " " + address.below() + query).isEqualTo(unknown);
            boolean git = address.below().startsWith("/handbook.git/");
            assertThat(hidden.get("status"))
                    .as(method + " " + address.below() + query)
                    .isIn(
                            git
                                    ? List.of("401", "404", "403")
                                    : token.isEmpty() ? List.of("404", "403") : List.of("404"));
        }
    }

    private static Map<String, String> answer(
            Browser who, RequestMethod method, String slug, String below, String query, String token) {
        who.cookies().remove(PageCache.ACTED);
        if (method == RequestMethod.GET) who.ask("/" + slug + below + query);
        else {
            Map<String, String> fields = new HashMap<>(Map.of("_csrf", token));
            if (method != RequestMethod.POST) fields.put("_method", method.name());
            who.post("/" + slug + below + query, fields);
        }
        Map<String, String> answer = new TreeMap<>(who.headers());
        answer.put("status", "" + who.status());
        answer.put("body", who.body());
        answer.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.equalsIgnoreCase("set-cookie"));
        answer.replaceAll((name, value) -> value.replace(slug, "SLUG")
                .replaceAll("nonce(-|=\")[A-Za-z0-9_+/=-]+", "nonce")
                .replaceAll("(name=\"_csrf\" value|name=\"csrf\" content)=\"[^\"]*\"", "csrf")
                .replaceAll("datetime=\"[^\"]*\"", ""));
        answer.remove("content-length");
        return answer;
    }

    /** The one thing that could still tell is how long it takes, so the work is the same to the statement. */
    @Test
    void the_database_is_asked_the_same_for_one_that_is_hidden_and_one_that_is_not_there() {
        var sam = people.create("Sam Counted", "samc@example.org", PASSWORD);
        String key = tokens.make(sam.id(), "x", AccessToken.Scope.values()[0]);
        Browser onlooker = new Browser(port);
        Browser stranger =
                new Browser(port).signIn("samc@example.org", PASSWORD).get("/communities/new");
        Browser program = new Browser(port).with("Authorization", "Bearer " + key);
        for (Browser who : List.of(onlooker, stranger, program)) {
            // The first use of a session or token is noted, once.
            who.ask("/" + UNKNOWN).ask("/" + UNKNOWN + "/handbook.git/info/refs?service=git-upload-pack");
            for (Address address : addresses()) {
                if (!address.methods().contains(RequestMethod.GET)) continue;
                String query = address.query().isEmpty() ? "" : "?" + address.query();
                List<String> hidden = asked(who, "/" + village.community.slug() + address.below() + query);
                List<String> unknown = asked(who, "/" + UNKNOWN + address.below() + query);
                assertThat(hidden).as(address.below() + query).isEqualTo(unknown);
            }
        }
        assertThat(asked(stranger, "/" + UNKNOWN)).isNotEmpty();
    }

    /** Every statement that the database is asked for one page. */
    private static List<String> asked(Browser who, String address) {
        who.cookies().remove(PageCache.ACTED);
        Logger log = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        Level before = log.getLevel();
        kept.start();
        log.addAppender(kept);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        try {
            who.ask(address);
        } finally {
            log.setLevel(before);
            log.setAdditive(true);
            log.detachAppender(kept);
        }
        return kept.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void the_addresses_of_the_walk_are_real_ones() {
        Browser onlooker = new Browser(port);
        Set<String> found = new TreeSet<>();
        for (Address address : addresses()) {
            if (!address.methods().contains(RequestMethod.GET)) continue;
            String query = address.query().isEmpty() ? "" : "?" + address.query();
            if (onlooker.ask("/" + open.community.slug() + address.below() + query)
                            .status()
                    != 404) found.add(address.below() + query);
        }
        assertThat(found).hasSizeGreaterThan(40);
    }

    @Test
    void it_stands_in_no_list_but_its_members_own() {
        assertThat(new Browser(port).get("/communities").text())
                .contains(open.community.name())
                .doesNotContain(village.community.name() + " ");
        people.setPassword("olga@example.org", PASSWORD);
        Browser operator = new Browser(port).signIn("olga@example.org", PASSWORD);
        assertThat(operator.get("/communities").page().select("main h2").eachText())
                .doesNotContain(village.community.name() + " members only");
        assertThat(communities.seenBy(village.ada.person()))
                .contains(communities.find(village.community.id()).orElseThrow());
        assertThat(operator.get("/" + village.community.slug()).status()).isEqualTo(404);
    }

    @Test
    void a_former_address_does_not_lead_to_it() {
        String former = village.community.slug();
        var after = act.execute(
                status -> communities.rename(village.community.id(), "Closed by another name " + former, ""));
        Browser onlooker = new Browser(port).ask("/" + former + "/ideas");
        assertThat(onlooker.status()).isEqualTo(404);
        assertThat(onlooker.body()).doesNotContain(after.slug());
    }

    @Test
    void a_page_in_memory_is_not_served_once_the_doors_are_closed() {
        String ideasOf = "/" + open.community.slug() + "/ideas";
        Browser onlooker = new Browser(port);
        assertThat(onlooker.ask(ideasOf).status()).isEqualTo(200);
        String etag = onlooker.header("ETag");
        mission.show(open.ada, Visibility.MEMBERS);
        assertThat(onlooker.ask(ideasOf).status()).isEqualTo(404);
        assertThat(onlooker.with("If-None-Match", etag).ask(ideasOf).status()).isEqualTo(404);
        mission.show(open.ada, Visibility.EVERYBODY);
        assertThat(onlooker.ask(ideasOf).status()).isIn(200, 304);
    }

    @Test
    void what_members_are_sent_is_kept_by_nobody_on_the_way() {
        var member = people.create("Mo Member", "mo@example.org", PASSWORD);
        communities.join(village.community.id(), member.id());
        Browser mo = new Browser(port).signIn("mo@example.org", PASSWORD);
        for (String below :
                List.of("", "/ideas", "/record", "/record/rows", "/record/export", "/handbook", "/record/key")) {
            for (int twice = 0; twice < 2; twice++) {
                mo.cookies().remove(PageCache.ACTED);
                mo.ask("/" + village.community.slug() + below);
                if (mo.status() == 404) continue;
                assertThat(mo.status()).as(below).isEqualTo(200);
                assertThat(mo.header("Cache-Control"))
                        .as(below)
                        .contains("no-store")
                        .doesNotContain("public");
                assertThat(mo.header("ETag")).as(below).isEmpty();
            }
        }
        communities.leave(new mainline.community.Member(village.community.id(), member.id()));
        assertThat(mo.ask("/" + village.community.slug() + "/ideas").status()).isEqualTo(404);
    }
}
