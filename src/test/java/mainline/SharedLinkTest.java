package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import mainline.community.Communities;
import mainline.community.Visibility;
import mainline.ideas.Idea;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.platform.Settings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody learns who was sent a link, before and after they follow it. */
@MainlineTest
class SharedLinkTest {
    private static final String PURPOSE = "We leave every street better than we found it.";
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Communities communities;
    private final Mission mission;
    private final Village village;
    private final Settings settings;

    @LocalServerPort
    private int port;

    SharedLinkTest(People people, Communities communities, Mission mission, Village village, Settings settings) {
        this.people = people;
        this.communities = communities;
        this.mission = mission;
        this.village = village;
        this.settings = settings;
    }

    private static Map<String, String> told(Document page) {
        return page.select("meta[property^=og:]").stream()
                .collect(Collectors.toMap(meta -> meta.attr("property"), meta -> meta.attr("content")));
    }

    @Test
    void a_link_tells_elsewhere_what_it_leads_to() {
        Idea idea = village.anOpenIdea();
        String path = village.community.path(idea.subject().path());
        Browser onlooker = new Browser(port).get(path);
        assertThat(told(onlooker.page()))
                .containsEntry("og:title", idea.title())
                .containsEntry("og:description", "People who can sit down go out more.")
                .containsEntry("og:type", "article")
                .containsEntry("og:url", settings.address(onlooker.path()))
                .containsEntry("og:site_name", village.community.name());
        assertThat(onlooker.page().select("meta[name=description]").attr("content"))
                .isEqualTo("People who can sit down go out more.");
        assertThat(told(onlooker.get(village.community.path("ideas?state=OPEN")).page()))
                .containsEntry("og:description", PURPOSE)
                .containsEntry("og:type", "website")
                .containsEntry("og:url", settings.address(village.community.path("ideas")));
    }

    @Test
    void who_follows_it_reads_what_the_community_is_for_and_finds_how_it_works() {
        String path = village.community.path(village.anOpenIdea().subject().path());
        Browser onlooker = new Browser(port).get(path);
        assertThat(onlooker.page().select(".purpose").text()).contains(village.community.name(), PURPOSE);
        String[] how = onlooker.page().select(".purpose a").attr("href").split("#");
        assertThat(onlooker.get(how[0]).page().getElementById(how[1])).isNotNull();
        assertThat(onlooker.page().select(".purpose"))
                .as("where it is said anyway")
                .isEmpty();
    }

    @Test
    void the_title_of_a_page_names_the_kind_of_thing() {
        String name = village.community.name();
        Idea idea = village.anOpenIdea();
        Browser onlooker = new Browser(port);
        assertThat(onlooker.get(village.community.path(idea.subject().path()))
                        .page()
                        .title())
                .isEqualTo(idea.title() + " · Idea · " + name);
        String ada = people.get(village.ada.person()).handle();
        onlooker.with("Accept-Language", "es").get(village.community.path("people/" + ada));
        assertThat(onlooker.page().title()).isEqualTo("Ada Vale · Persona · " + name);
    }

    @Test
    void nothing_is_told_to_who_knows_it_or_must_not() {
        String path = village.community.path(village.anOpenIdea().subject().path());
        var eva = people.create("Eva Lund", "eva@example.org", PASSWORD);
        communities.join(village.community.id(), eva.id());
        Browser member = new Browser(port).signIn("eva@example.org", PASSWORD).get(path);
        assertThat(member.page().select(".purpose, meta[property], meta[name=description]"))
                .isEmpty();
        mission.show(village.ada, Visibility.MEMBERS);
        Browser stranger = new Browser(port).get(path);
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.page().select(".purpose, meta[property], meta[name=description]"))
                .isEmpty();
        member.get(path);
        assertThat(member.status()).isEqualTo(200);
        assertThat(member.page().select(".purpose, meta[property], meta[name=description]"))
                .isEmpty();
    }

    @Test
    void who_just_published_an_idea_can_pass_its_link_on() {
        var finn = people.create("Finn Dahl", "finn@example.org", PASSWORD);
        communities.join(village.community.id(), finn.id());
        String ideas = village.community.path("ideas");
        Browser author = new Browser(port).signIn("finn@example.org", PASSWORD);
        author.get(ideas + "/new")
                .submit(ideas, Map.of("title", "Shade", "text", "A tree at every corner.", "clause", "1"));
        assertThat(author.page().select("a[data-copy]").attr("href")).isEqualTo(ideas + "/1-shade");
        assertThat(author.page().select("button[data-share]").hasAttr("hidden")).isTrue();
        assertThat(author.get(author.path()).page().select("a[data-copy], [data-share]"))
                .isEmpty();
    }
}
