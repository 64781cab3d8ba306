package mainline.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.ValidHtml;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.kernel.PersonId;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.TestMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each address gets a mail of its own, a link for one person, and one reminder; whoever sent it sees what became of it. */
@MainlineTest
class MailedInvitationTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final InvitationLinks links;
    private final TestClock clock;
    private final JdbcClient db;
    private String unique;
    private Community community;
    private String page;

    @LocalServerPort
    private int port;

    MailedInvitationTest(
            People people,
            Founding founding,
            Communities communities,
            InvitationLinks links,
            TestClock clock,
            JdbcClient db) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.links = links;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void fay_founds_an_orchard() {
        clock.reset();
        unique = "" + System.nanoTime();
        PersonId fay = people.create("Fay Founder", mail("fay"), PASSWORD).id();
        community = founding.found("Orchard " + unique, "", "UTC", "Everybody picks a pear.", fay);
        page = "/" + community.slug() + "/invitations/mailed";
    }

    private String mail(String name) {
        return name + unique + "@example.org";
    }

    private Browser fay() {
        return new Browser(port).signIn(mail("fay"), PASSWORD).get(page);
    }

    private Browser invited(String addresses) {
        return fay().submit(page, Map.of("addresses", addresses));
    }

    private String linkTo(String mail) {
        return new TestMail(db).linkTo(mail);
    }

    private static List<String> states(Browser browser) {
        return browser.page().select(".rows .tag").eachText();
    }

    @Test
    void each_gets_a_mail_of_their_own_with_the_mission() {
        Browser fay = invited("Name,Mail\nAnn Lee," + mail("ann") + "\n" + mail("bo"));
        assertThat(fay.text()).contains("on their way");
        assertThat(states(fay)).containsExactly("sent", "sent");
        assertThat(ValidHtml.faults(fay.body())).isEmpty();
        var ann = new TestMail(db).lastTo(mail("ann"));
        assertThat(ann.subject()).contains("Fay Founder", "invites you to", community.name());
        assertThat(ann.text()).contains("Hello", "Ann Lee", "Everybody picks a pear.", "once more at most");
        assertThat(new TestMail(db).lastTo(mail("bo")).text()).doesNotContain("Hello");
        assertThat(linkTo(mail("ann"))).isNotEqualTo(linkTo(mail("bo")));
        assertThat(links.of(community.id())).isEmpty();
        assertThat(links.anyMailed(community.id())).isTrue();
    }

    @Test
    void whoever_comes_by_it_belongs_and_the_link_is_used_up() {
        invited(mail("ann"));
        String link = linkTo(mail("ann"));
        people.create("Ann Lee", "other" + mail("ann"), PASSWORD);
        Browser ann = new Browser(port).signIn("other" + mail("ann"), PASSWORD).get(link);
        assertThat(ann.text()).contains("Everybody picks a pear.", "Everybody may read it");
        ann.submit(link, Map.of());
        assertThat(ann.path()).isEqualTo("/" + community.slug());
        assertThat(states(fay())).containsExactly("has joined");
        assertThat(fay().text()).contains("Ann Lee");
        people.create("Thief", mail("thief"), PASSWORD);
        assertThat(new Browser(port).signIn(mail("thief"), PASSWORD).get(link).status())
                .isEqualTo(410);
    }

    @Test
    void who_holds_the_letter_has_the_address_and_belongs_with_a_name_and_one_tap() {
        invited("Ann Lee," + mail("ann"));
        String link = linkTo(mail("ann"));
        Browser ann = new Browser(port).get(link);
        assertThat(ann.page().select("input[name=name]").val()).isEqualTo("Ann Lee");
        ann.submit(link + "/account", Map.of("name", ""));
        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.page().select("#f-name-problem")).hasSize(1);
        ann.submit(link + "/account", Map.of("name", "Ann Leeway"));
        assertThat(ann.path()).isEqualTo("/" + community.slug());
        assertThat(ann.text()).contains("Your account is open");
        assertThat(ann.get("/me").text()).contains(mail("ann"));
        assertThat(new Browser(port).get(link).status()).as("it is used up").isEqualTo(410);
    }

    @Test
    void whose_address_has_an_account_signs_in_instead() {
        String mail = mail("known");
        people.create("Known Already", mail, PASSWORD);
        invited(mail);
        Browser known = new Browser(port).get(linkTo(mail));
        assertThat(known.page().select("input[name=name]")).isEmpty();
        assertThat(known.text()).contains("I have an account");
    }

    @Test
    void whoever_comes_another_way_under_the_same_address_has_joined_too() {
        invited(mail("ann"));
        communities.join(
                community.id(), people.create("Ann Lee", mail("ann"), PASSWORD).id());
        assertThat(states(fay())).containsExactly("has joined");
        assertThat(new Browser(port).get(linkTo(mail("ann"))).status()).isEqualTo(410);
    }

    @Test
    void nobody_is_invited_twice_and_reminded_more_than_once() {
        invited(mail("ann"));
        assertThat(invited(mail("ann")).text()).contains("nobody is written to twice");
        Browser fay = fay();
        assertThat(fay.page().select("form[action$=/reminders]")).isEmpty();
        String first = linkTo(mail("ann"));
        clock.advance(Duration.ofDays(2));
        fay = fay().submit(page + "/reminders", Map.of());
        assertThat(states(fay)).containsExactly("reminded");
        assertThat(fay.page().select("form[action$=/reminders]")).isEmpty();
        assertThat(new TestMail(db).to(mail("ann"))).hasSize(2);
        assertThat(new TestMail(db).lastTo(mail("ann")).text()).contains("we do not write again");
        assertThat(new Browser(port).get(first).status()).isEqualTo(200);
        assertThat(new Browser(port).get(linkTo(mail("ann"))).status()).isEqualTo(200);
    }

    @Test
    void an_address_that_no_mail_gets_to_is_told() {
        invited(mail("ann"));
        db.sql("insert into refused_address (address, reason, at) values (?, '550 no such user', now())")
                .param(mail("ann"))
                .update();
        assertThat(states(fay())).containsExactly("could not be delivered");
    }

    @Test
    void what_is_no_address_is_told_and_nobody_is_written_to() {
        Browser fay = invited(mail("ann") + "\nsomebody else");
        assertThat(fay.status()).isEqualTo(422);
        assertThat(fay.text()).contains("No address could be read here: somebody else");
        assertThat(fay.page().select("textarea").text()).contains("somebody else");
        assertThat(new TestMail(db).to(mail("ann"))).isEmpty();
    }

    @Test
    void who_has_just_come_invites_a_few_and_who_was_there_first_many() {
        String some = IntStream.range(0, MailedInvitations.FEW + 1)
                .mapToObj(n -> mail("guest" + n))
                .collect(Collectors.joining("\n"));
        clock.advance(Duration.ofMinutes(1));
        String late = mail("late");
        communities.join(
                community.id(), people.create("Lou Late", late, PASSWORD).id());
        Browser lou = new Browser(port).signIn(late, PASSWORD).get(page).submit(page, Map.of("addresses", some));
        assertThat(lou.status()).isEqualTo(422);
        assertThat(lou.text()).contains("At most 10 within a day");
        assertThat(invited(some).text()).contains("on their way");
    }
}
