package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import mainline.ideas.Idea;
import mainline.people.People;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody learns who was sent a link, before and after they follow it. */
@MainlineTest
class SharedLinkTest {
    private final People people;
    private final Village village;

    @LocalServerPort
    private int port;

    SharedLinkTest(People people, Village village) {
        this.people = people;
        this.village = village;
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
}
