package mainline.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whom somebody means who types a name where a member is asked for. */
@MainlineTest
class MeantPeopleTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final MeantPeople meant;
    private final Communities communities;
    private final People people;
    private final Village village;
    private final Village elsewhere;

    @LocalServerPort
    private int port;

    MeantPeopleTest(MeantPeople meant, Communities communities, People people, Village village, Village elsewhere) {
        this.meant = meant;
        this.communities = communities;
        this.people = people;
        this.village = village;
        this.elsewhere = elsewhere;
    }

    private Person joined(String name) {
        Person person = people.bring(name, null);
        communities.join(village.community.id(), person.id());
        return person;
    }

    private Person typed(String typed) {
        return meant.member(village.community.id(), typed, "person", "nobody");
    }

    private Reason refused(String typed) {
        Refused[] refused = new Refused[1];
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> typed(typed))
                .satisfies(thrown -> refused[0] = thrown);
        return refused[0].problems().get("person");
    }

    @Test
    void who_had_a_name_first_is_not_meant_by_everybody_who_types_it() {
        String name = "Quimby" + NEXT.incrementAndGet();
        Person first = joined(name);
        assertThat(typed(name)).isEqualTo(first);
        Person second = joined(name);
        assertThat(refused(name).key()).isEqualTo("people.meant.several");
        assertThat(typed("@" + first.handle())).isEqualTo(first);
        assertThat(typed(second.handle())).isEqualTo(second);
        assertThat(meant.find(village.community.id(), name)).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> meant.anybody(name, "person", "nobody"));
    }

    @Test
    void a_short_name_a_whole_name_and_a_word_that_only_one_has_mean_that_member() {
        Person jose = joined("José Ángel Ibarra");
        for (String typed :
                new String[] {jose.handle(), "@" + jose.handle(), " José Ángel Ibarra ", "jose angel ibarra", "Ibarra"})
            assertThat(typed(typed)).isEqualTo(jose);
    }

    @Test
    void a_whole_name_goes_before_a_longer_one() {
        Person sam = joined("Sam Orr");
        joined("Sam Orr Vale");
        assertThat(typed("Sam Orr")).isEqualTo(sam);
    }

    @Test
    void where_several_could_be_meant_they_are_named() {
        Person one = joined("Quentin Quarry");
        Person other = joined("Quentin Quarry");
        Reason reason = refused("Quentin Quarry");
        assertThat(reason.key()).isEqualTo("people.meant.several");
        assertThat(reason.gaps().toString()).contains("@" + one.handle(), "@" + other.handle());
    }

    @Test
    void the_beginning_of_a_name_is_asked_about_and_not_guessed() {
        joined("Theodora Brandt");
        assertThat(refused("theo").gaps().toString()).contains("Theodora Brandt");
    }

    @Test
    void who_belongs_elsewhere_is_not_meant() {
        Person stranger = people.bring("Zelda Zimmer", null);
        communities.join(elsewhere.community.id(), stranger.id());
        assertThat(refused("Zelda Zimmer").key()).isEqualTo("nobody");
        assertThat(refused(stranger.handle()).key()).isEqualTo("nobody");
        assertThat(refused("").key()).isEqualTo("nobody");
    }

    @Test
    void members_are_offered_those_they_could_mean_and_strangers_nobody() {
        joined("Wilma Wren");
        String mail = "picks" + NEXT.incrementAndGet() + "@example.org";
        communities.join(
                village.community.id(),
                people.create("Rita Reader", mail, PASSWORD).id());
        String options = village.community.path("people/options?field=person&person=wil");
        assertThat(new Browser(port).signIn(mail, PASSWORD).get(options).body()).contains("Wilma Wren", "@wilma-wren");
        assertThat(new Browser(port).ask(options).body()).doesNotContain("wilma-wren");
        String there = elsewhere.community.path("people/options?field=person&person=ada");
        assertThat(new Browser(port).signIn(mail, PASSWORD).ask(there).body()).doesNotContain("ada-vale");
    }

    @Test
    void an_operator_finds_whom_to_name_as_one_finds_a_member() {
        Person oda = people.create("Oda Østby", "oda-meant@example.org", PASSWORD);
        communities.join(elsewhere.community.id(), oda.id());
        Browser olga = new Browser(port).signIn("olga@example.org", PASSWORD).get("/admin");
        String asks = olga.page().select("#f-handle").attr("data-hx-get");
        olga.get(asks + "&handle=%C3%98st");
        assertThat(olga.page().select("option").eachAttr("value")).containsExactly("@" + oda.handle());
        assertThat(olga.get(asks + "&handle=").page().select("option")).isEmpty();
        Browser other = new Browser(port).signIn("oda-meant@example.org", PASSWORD);
        assertThat(other.get(asks + "&handle=oda").status()).isEqualTo(404);
        olga.get("/admin").submit("/admin/operators", Map.of("handle", "Nobody Anywhere"));
        assertThat(olga.page().select("#f-handle-problem").text()).contains("Nobody with an account");
        olga.submit("/admin/operators", Map.of("handle", "Oda Østby"));
        assertThat(olga.text()).contains("@" + oda.handle());
        assertThat(other.get("/admin").status()).isEqualTo(200);
    }
}
