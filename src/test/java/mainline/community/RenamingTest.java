package mainline.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.kernel.Refused;
import mainline.mission.Founding;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@MainlineTest
class RenamingTest {
    private final Communities communities;
    private final Founding founding;
    private final TransactionTemplate act;
    private final Village village;

    @LocalServerPort
    private int port;

    RenamingTest(Founding founding, Communities communities, TransactionTemplate act, Village village) {
        this.communities = communities;
        this.founding = founding;
        this.act = act;
        this.village = village;
    }

    private Community rename(String name) {
        return act.execute(status -> communities.rename(village.community.id(), name, "Mind the gap"));
    }

    @Test
    void a_former_address_leads_to_the_present_one_with_path_and_query() {
        String former = village.community.slug();
        Community after = rename("Street Menders " + former);
        Browser reader = new Browser(port).ask("/" + former + "/ideas?clause=1");
        assertThat(reader.status()).isEqualTo(308);
        assertThat(reader.header("Location")).isEqualTo("/" + after.slug() + "/ideas?clause=1");
        assertThat(reader.get("/" + former).text()).contains("Street Menders", "Mind the gap");
    }

    @Test
    void a_git_client_is_led_to_the_handbook() {
        String former = village.community.slug();
        Community after = rename("Menders by git " + former);
        Browser git = new Browser(port).ask("/" + former + "/handbook.git/info/refs?service=git-upload-pack");
        assertThat(git.status()).isEqualTo(308);
        assertThat(git.header("Location"))
                .isEqualTo("/" + after.slug() + "/handbook.git/info/refs?service=git-upload-pack");
    }

    @Test
    void nobody_else_can_take_a_former_address() {
        String former = village.community.slug();
        rename("Elsewhere " + former);
        assertThatThrownBy(() -> founding.found("Thieves", former, "UTC", "We take names.", village.ben.person()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_name_of_another_gets_a_number_in_its_address() {
        String taken = founding.found(
                        "Lantern " + village.community.slug(), "", "UTC", "We carry light.", village.ben.person())
                .slug();
        assertThat(rename("Lantern " + village.community.slug()).slug()).isEqualTo(taken + "-2");
    }

    @Test
    void a_community_may_take_its_former_name_back() {
        String former = village.community.slug();
        String name = village.community.name();
        rename("For a while " + former);
        assertThat(rename(name).slug()).isEqualTo(former);
        assertThat(new Browser(port).get("/" + former).status()).isEqualTo(200);
    }

    @Test
    void a_name_in_another_script_keeps_the_address() {
        assertThat(rename("Народная мастерская").slug()).isEqualTo(village.community.slug());
    }
}
