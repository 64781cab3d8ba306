package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.effort.EffortKind;
import mainline.effort.Hours;
import mainline.handbook.HandbookExamples;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.TestMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ways cost that people walk most: pages, fields and taps on a phone. Each is printed; {@code bin/bench ways} walks
 * them and prints nothing else.
 */
@InChromium
@MainlineTest
class WaysTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final Decisions decisions;
    private final HandbookExamples handbook;
    private final TestMail mails;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private Village village;
    private String home;
    private String member;
    private Member mia;

    WaysTest(
            People people,
            Founding founding,
            Communities communities,
            Ideas ideas,
            Decisions decisions,
            HandbookExamples handbook,
            JdbcClient db,
            TestClock clock) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.decisions = decisions;
        this.handbook = handbook;
        this.mails = new TestMail(db);
        this.clock = clock;
    }

    @BeforeEach
    void a_village_with_a_member_who_has_a_phone() {
        clock.reset();
        village = new Village(people, founding, communities, ideas);
        home = "/" + village.community.slug();
        member = "mia-of-" + village.community.slug() + "@example.org";
        mia = new Member(
                village.community.id(), people.create("Mia", member, PASSWORD).id());
        communities.join(mia.community(), mia.person());
    }

    private String link(String mail) {
        return mails.lastTo(mail)
                .text()
                .lines()
                .filter(line -> line.contains("/link/"))
                .findFirst()
                .orElseThrow()
                .strip()
                .replaceFirst("^https?://[^/]+", "");
    }

    private Phone signedIn(String mail) {
        Phone phone = new Phone(port).begins("/sign-in?then=" + home);
        return phone.write("Mail address", mail)
                .write("Password", PASSWORD)
                .press("Sign in")
                .sees("What is new");
    }

    private static void costs(String way, Phone phone, Phone.Cost most) {
        Phone.Cost cost = phone.cost();
        System.out.printf(
                "%s: %d pages, %d fields, %d taps (goal %d, %d, %d)%n",
                way, cost.pages(), cost.fields(), cost.taps(), most.pages(), most.fields(), most.taps());
        assertThat(cost.pages()).as(way + ": pages").isLessThanOrEqualTo(most.pages());
        assertThat(cost.fields()).as(way + ": fields").isLessThanOrEqualTo(most.fields());
        assertThat(cost.taps()).as(way + ": taps").isLessThanOrEqualTo(most.taps());
    }

    @Test
    void from_stranger_to_idea() {
        String mail = "idea-" + member;
        try (Phone phone = new Phone(port)) {
            phone.begins(home)
                    .follow("Share an idea")
                    .write("What is your idea, in one line?", "Lamps for the pier")
                    .write("What would you do, and why?", "One sees nothing there at night.")
                    .write("Your name", "Sana Stranger")
                    .write("Mail address", mail)
                    .press("Publish")
                    .sees("Look into your mail");
            phone.followsMail(link(mail)).sees("Lamps for the pier");
            costs("stranger to idea", phone, new Phone.Cost(3, 5, 3));
        }
    }

    @Test
    void from_stranger_to_comment() {
        Idea idea = village.anOpenIdea();
        String mail = "comment-" + member;
        try (Phone phone = new Phone(port)) {
            phone.begins(home + "/" + idea.path())
                    .follow("Write a comment")
                    .write("Your comment", "I have a bench to give away.")
                    .write("Your name", "Cora Comment")
                    .write("Mail address", mail)
                    .press("Comment")
                    .sees("Look into your mail");
            phone.followsMail(link(mail)).sees("I have a bench to give away.");
            costs("stranger to comment", phone, new Phone.Cost(2, 3, 3));
        }
    }

    @Test
    void from_member_to_pledge() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(20)));
        try (Phone phone = signedIn(member)) {
            phone.begins(home + "/" + idea.path())
                    .open("Offer to help")
                    .write("Hours", "3")
                    .press("I promise")
                    .sees("Your promise");
            costs("member to pledge", phone, new Phone.Cost(1, 2, 2));
        }
    }

    @Test
    void to_what_waits_after_thirty_days_away() {
        decisions.open(
                village.ada,
                Question.of(
                        "Shall the pier be lit?",
                        Method.SHOW_OF_HANDS,
                        clock.instant().plus(java.time.Duration.ofDays(40))));
        clock.advance(java.time.Duration.ofDays(30));
        try (Phone phone = signedIn(member)) {
            phone.begins(home).sees("Shall the pier be lit?");
            phone.follow("All that waits").sees("Shall the pier be lit?");
            costs("member to what waits after 30 days", phone, new Phone.Cost(1, 0, 1));
        }
    }

    @Test
    void from_typo_to_the_handbook() {
        handbook.put(village.ada, "pier.md", "# Pier\n\nWe meet on teh pier.\n");
        String steward = "steward-" + member;
        people.begin("Stella Steward", steward);
        Member stella = new Member(
                village.community.id(), people.byMail(steward).orElseThrow().id());
        communities.join(stella.community(), stella.person());
        people.setPassword(steward, PASSWORD);
        handbook.stewards(
                village.ada,
                "areas: [{path: /, stewards: [" + handbook.handle(stella) + "], rules: {endorsements: 1}}]\n");
        String change;
        try (Phone phone = signedIn(member)) {
            phone.begins(home + "/handbook/pier")
                    .follow("Edit this page")
                    .write("Text", "# Pier\n\nWe meet on the pier.\n")
                    .write("Why", "A typo")
                    .press("Send the change")
                    .sees("A small edit");
            change = phone.path();
            costs("typo to change", phone, new Phone.Cost(2, 2, 2));
        }
        try (Phone phone = signedIn(steward)) {
            phone.begins(change).press("I agree, put it into the handbook").sees("is in the handbook");
            costs("change to handbook, the steward", phone, new Phone.Cost(0, 0, 1));
        }
    }
}
