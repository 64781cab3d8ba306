package mainline.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Visibility;
import mainline.ideas.Ideas;
import mainline.kernel.Refused;
import mainline.mission.Founding;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.people.Secret;
import mainline.platform.TestMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A community that only members read is joined by invitation and in no other way. */
@MainlineTest
class InvitationTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Communities communities;
    private final InvitationLinks links;
    private final Mission mission;
    private final Founding founding;
    private final Ideas ideas;
    private final TestClock clock;
    private final JdbcClient db;
    private Village village;

    @LocalServerPort
    private int port;

    InvitationTest(
            People people,
            Communities communities,
            InvitationLinks links,
            Mission mission,
            Founding founding,
            Ideas ideas,
            TestClock clock,
            JdbcClient db) {
        this.people = people;
        this.communities = communities;
        this.links = links;
        this.mission = mission;
        this.founding = founding;
        this.ideas = ideas;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void a_village_closes_its_doors() {
        clock.reset();
        db.sql("delete from rate_limit").update();
        village = new Village(people, founding, communities, ideas);
        mission.show(village.ada, Visibility.MEMBERS);
    }

    private boolean isMember(String mail) {
        return communities.isMember(
                village.community.id(), people.byMail(mail).orElseThrow().id());
    }

    private static String anAddress() {
        return "invited" + System.nanoTime() + "@example.org";
    }

    @Test
    void somebody_with_an_account_sees_name_and_mission_and_joins() {
        String mail = anAddress();
        people.create("Ines Invited", mail, PASSWORD);
        Secret key = links.make(village.ben, "Ines", 7);
        Browser ines = new Browser(port).signIn(mail, PASSWORD).get("/join/" + key.text());
        assertThat(ines.text())
                .contains(village.community.name(), "We leave every street better")
                .contains("The invitation ends in 7 days (Monday, March 9, 2026, ");
        ines.submit("/join/" + key.text(), Map.of());
        assertThat(ines.path()).isEqualTo("/" + village.community.slug());
        assertThat(isMember(mail)).isTrue();
        assertThat(links.of(village.community.id()).getFirst().joined()).isEqualTo(1);
        assertThat(ines.get("/" + village.community.slug() + "/invitations").text())
                .contains("Ines", "one joined by it");
    }

    @Test
    void somebody_without_an_account_makes_one_and_belongs_in_whichever_browser_the_mail_is_opened() {
        String mail = anAddress();
        Secret key = links.make(village.ben, "", 1);
        Browser newcomer = new Browser(port).get("/join/" + key.text());
        assertThat(newcomer.body()).doesNotContain("_csrf");
        newcomer.get("/join?invitation=" + key.text()).submit("/join", Map.of("name", "Nia New", "mail", mail));
        assertThat(db.sql("select count(*) from mailed_link l where l::text like '%' || ? || '%'")
                        .param(key.text())
                        .query(Long.class)
                        .single())
                .isZero();
        Browser elsewhere = new Browser(port);
        follow(elsewhere, mail, PASSWORD);
        assertThat(elsewhere.path()).isEqualTo("/" + village.community.slug());
        assertThat(elsewhere.text()).contains("Your account is open");
        assertThat(isMember(mail)).isTrue();
        assertThat(links.of(village.community.id()).getFirst().joined()).isEqualTo(1);
        newcomer.get(linkTo(mail));
        assertThat(newcomer.status()).isEqualTo(410);
        assertThat(links.of(village.community.id()).getFirst().joined()).isEqualTo(1);
    }

    private String linkTo(String mail) {
        return new TestMail(db).linkTo(mail);
    }

    private void follow(Browser browser, String mail, String password) {
        String link = linkTo(mail);
        browser.get(link).submit(link, Map.of("password", password));
    }

    @Test
    void the_letter_names_the_community_and_a_weak_password_loses_nothing() {
        Secret key = links.make(village.ben, "", 1);
        String mail = anAddress();
        Browser browser = asked(key, mail);
        assertThat(new TestMail(db).lastTo(mail).subject()).contains(village.community.name());
        Browser elsewhere = new Browser(port);
        follow(elsewhere, mail, "short");
        assertThat(elsewhere.status()).isEqualTo(422);
        follow(browser, mail, "");
        assertThat(browser.path()).isEqualTo("/" + village.community.slug());
        assertThat(isMember(mail)).isTrue();
    }

    private Browser asked(Secret key, String mail) {
        Browser browser = new Browser(port).get("/join/" + key.text());
        browser.get(browser.page().select("main a.go").attr("href"));
        assertThat(browser.text()).contains("the community that has invited you");
        return browser.submit("/join", Map.of("name", "Nia New", "mail", mail));
    }

    @Test
    void an_invitation_that_ended_before_the_account_began_is_told_then() {
        Secret over = links.make(village.ben, "", 1);
        String late = anAddress();
        asked(over, late);
        clock.advance(Duration.ofHours(25));
        Secret ended = links.make(village.ben, "", 7);
        String recalled = anAddress();
        asked(ended, recalled);
        links.end(village.cleo, links.of(village.community.id()).getFirst().n());
        for (String mail : new String[] {late, recalled}) {
            Browser elsewhere = new Browser(port);
            follow(elsewhere, mail, PASSWORD);
            assertThat(elsewhere.status()).isEqualTo(410);
            assertThat(elsewhere.text()).contains("This invitation does not hold", "Your account is open all the same");
            assertThat(isMember(mail)).isFalse();
        }
    }

    @Test
    void whoever_is_signed_in_goes_from_the_form_to_the_invitation_itself() {
        String mail = anAddress();
        people.create("Ines Invited", mail, PASSWORD);
        Secret key = links.make(village.ben, "", 1);
        Browser ines = new Browser(port).get("/join?invitation=" + key.text());
        String signIn = ines.page().select("main a[href^='/sign-in?then']").attr("href");
        ines.get(signIn).submit("/sign-in", Map.of("mail", mail, "password", PASSWORD));
        assertThat(ines.path()).isEqualTo("/join/" + key.text());
        assertThat(ines.get("/join?invitation=" + key.text()).path()).isEqualTo("/join/" + key.text());
    }

    @Test
    void joining_twice_at_the_same_time_counts_once() throws Exception {
        Secret key = links.make(village.ben, "", 1);
        var person = people.create("Two Tabs", anAddress(), PASSWORD).id();
        Callable<Optional<Community>> once = () -> links.accept(key, person);
        try (var both = Executors.newFixedThreadPool(4)) {
            var all = both.invokeAll(Collections.nCopies(8, once));
            for (var one : all) assertThat(one.get()).isPresent();
        }
        assertThat(links.of(village.community.id()).getFirst().joined()).isEqualTo(1);
    }

    @Test
    void an_invitation_that_is_over_ended_or_wrong_says_so_and_lets_nobody_in() {
        String mail = anAddress();
        var person = people.create("Late Comer", mail, PASSWORD);
        Browser late = new Browser(port).signIn(mail, PASSWORD);
        Secret over = links.make(village.ben, "", 1);
        clock.advance(Duration.ofHours(25));
        Secret ended = links.make(village.ben, "", 7);
        links.end(village.cleo, links.of(village.community.id()).getFirst().n());
        Secret left = links.make(village.dov, "", 7);
        communities.leave(village.dov);
        for (Secret key : new Secret[] {over, ended, left, Secret.random()}) {
            late.get("/join/" + key.text());
            assertThat(late.status()).isEqualTo(410);
            assertThat(late.text()).contains("does not hold").doesNotContain(village.community.name());
            assertThat(links.accept(key, person.id())).isEmpty();
        }
        assertThat(isMember(mail)).isFalse();
    }

    @Test
    void the_key_is_shown_once_and_kept_as_a_hash_only() {
        String mail = anAddress();
        communities.join(
                village.community.id(),
                people.create("Bo Member", mail, PASSWORD).id());
        Browser ben = new Browser(port).signIn(mail, PASSWORD);
        String page = "/" + village.community.slug() + "/invitations";
        ben.get(page).submit(page, Map.of("note", "The new baker", "days", "30"));
        String address = ben.page().select("pre").text();
        assertThat(address).contains("/join/");
        assertThat(ben.get(page).text()).contains("The new baker").doesNotContain(address);
        ben.submit(page, Map.of("days", "400"));
        assertThat(ben.status()).isEqualTo(422);
        assertThat(ben.get("/" + village.community.slug() + "/record").text())
                .contains("made an invitation to")
                .doesNotContain("The new baker");
    }

    @Test
    void nobody_joins_by_the_ways_into_an_open_community() {
        String mail = anAddress();
        Browser sly = new Browser(port).get("/join?community=" + village.community.slug());
        assertThat(sly.text()).doesNotContain(village.community.name());
        sly.submit("/join", Map.of("name", "Sly", "mail", mail));
        String link = new TestMail(db).linkTo(mail);
        sly.get(link).submit(link, Map.of());
        assertThat(isMember(mail)).isFalse();
        assertThatThrownBy(() -> links.make(openVillage().ada, "", 7)).isInstanceOf(Refused.class);
    }

    private Village openVillage() {
        return new Village(people, founding, communities, ideas);
    }
}
