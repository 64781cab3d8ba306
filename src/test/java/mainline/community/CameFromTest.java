package mainline.community;

import static org.assertj.core.api.Assertions.assertThat;

import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of an account keep the community from which one came. */
@MainlineTest
class CameFromTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Communities communities;
    private final Village village;

    @LocalServerPort
    private int port;

    private String home;
    private String mail;
    private Person nora;

    CameFromTest(People people, Communities communities, Village village) {
        this.people = people;
        this.communities = communities;
        this.village = village;
    }

    @BeforeEach
    void nora_has_an_account() {
        home = "/" + village.community.slug();
        mail = "nora-from" + home.substring(1) + "@example.org";
        nora = people.create("Nora", mail, PASSWORD);
    }

    private static String mark(Browser browser) {
        return browser.page().select(".bar a.mark").attr("href");
    }

    @Test
    void a_members_account_stands_in_the_frame_of_the_community() {
        communities.join(village.community.id(), nora.id());
        Browser browser = new Browser(port).signIn(mail, PASSWORD);
        assertThat(mark(browser.get("/me"))).as("they were nowhere yet").isEqualTo("/");
        browser.get(home + "/ideas");
        assertThat(mark(browser.get("/me"))).isEqualTo(home);
        assertThat(mark(browser.get("/me/notices"))).isEqualTo(home);
        assertThat(mark(browser.get("/communities"))).isEqualTo("/");
        assertThat(browser.page().select("a[href*=turn=me], a[href*=turn=notices]"))
                .as("a page of the account is none of the community's, to which its things lead back")
                .isEmpty();
        communities.leave(new Member(village.community.id(), nora.id()));
        assertThat(mark(browser.get("/me"))).as("they left it").isEqualTo("/");
    }

    @Test
    void who_only_reads_there_belongs_nowhere() {
        Browser browser = new Browser(port).signIn(mail, PASSWORD).get(home + "/ideas");
        assertThat(mark(browser.get("/me"))).isEqualTo("/");
    }
}
