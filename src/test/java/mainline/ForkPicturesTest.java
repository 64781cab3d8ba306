package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.exchange.Forks;
import mainline.exchange.Offers;
import mainline.handbook.Handbook;
import mainline.invitations.InvitationLinks;
import mainline.mission.Founding;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.people.Person;
import mainline.results.Practices;
import mainline.results.Report;
import mainline.results.Trial;
import mainline.results.Trials;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A community closes its doors, invites, begins its handbook from another's and offers back: looked at in a real browser. */
@InChromium
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForkPicturesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String TEXT = "# How we start\n\nWe begin in silence.\n\nThen everybody says one thing.\n";

    private final Pictures pictures = new Pictures();
    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final InvitationLinks links;
    private final Mission mission;
    private final Handbook handbook;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Practices practices;
    private final Trials trials;
    private final Forks forks;
    private final Offers offers;
    private final TestClock clock;

    private Window olga;
    private Window onlooker;
    private Community harbour;
    private Community lighthouse;
    private Member founder;
    private Member keeper;
    private Member ngozi;

    @LocalServerPort
    private int port;

    ForkPicturesTest(
            People people,
            Founding founding,
            Communities communities,
            InvitationLinks links,
            Mission mission,
            Handbook handbook,
            Proposals proposals,
            Reviews reviews,
            Practices practices,
            Trials trials,
            Forks forks,
            Offers offers,
            TestClock clock) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.links = links;
        this.mission = mission;
        this.handbook = handbook;
        this.proposals = proposals;
        this.reviews = reviews;
        this.practices = practices;
        this.trials = trials;
        this.forks = forks;
        this.offers = offers;
        this.clock = clock;
    }

    @BeforeAll
    void open() {
        clock.reset();
        Person first = people.create("Olga Operator", "olga@example.org", PASSWORD);
        harbour = founding.found(
                "Harbour Leaders",
                "harbour",
                "Europe/Madrid",
                "Every shift ends with people who want to come back.",
                first.id());
        founder = new Member(harbour.id(), first.id());
        Member joaquin = member(harbour, "Joaquín Pérez");
        member(harbour, "Amara Okafor");
        lighthouse = founding.found(
                "Lighthouse Keepers of the Northern Coast",
                "lighthouse",
                "UTC",
                "No ship is alone at night.",
                first.id());
        keeper = new Member(lighthouse.id(), first.id());
        ngozi = member(lighthouse, "Ngozi Obi");
        member(lighthouse, "Fay Grant");
        merged(founder, joaquin, "meetings/how-we-start.md", TEXT);
        forks.begin(keeper, harbour);
        olga = new Window(port);
        onlooker = new Window(port);
        olga.go("/sign-in?then=/lighthouse")
                .write("Mail address", "olga@example.org")
                .write("Password", PASSWORD)
                .press("Sign in");
        olga.page().waitForURL("**/lighthouse*");
    }

    private Member member(Community in, String name) {
        Person person = people.bring(name, name.hashCode() + "@example.org");
        communities.join(in.id(), person.id());
        return new Member(in.id(), person.id());
    }

    private Change merged(Member steward, Member author, String path, String text) {
        Change change = proposals.propose(
                author,
                new Proposal(
                        path,
                        handbook.head(author.community()),
                        text,
                        "Say how we start",
                        "Newcomers asked.",
                        "",
                        null));
        clock.advance(Duration.ofMinutes(5));
        reviews.approve(steward, change.subject(), 1, "");
        reviews.merge(steward, change.subject());
        return change;
    }

    @Test
    void every_page_of_forks_and_of_closed_doors_is_sound() {
        Change sung = merged(keeper, ngozi, "meetings/how-we-start.md", TEXT.replace("in silence", "with a song"));
        merged(keeper, ngozi, "lamps/cleaning.md", "# Cleaning lamps\n\nEvery Monday, before dusk.\n");
        var practice = practices.declare(keeper, "meetings/how-we-start.md");
        LocalDate day = LocalDate.ofInstant(clock.instant(), lighthouse.zone());
        trials.report(ngozi, practice.subject(), new Report("Kitchen", day, "", "", "We sang.", Trial.Keep.YES));
        trials.report(keeper, practice.subject(), new Report("Hall", day, "", "", "Loud.", Trial.Keep.CHANGES));
        Member joaquin = member(harbour, "Joaquín Pérez");
        merged(founder, joaquin, "meetings/how-we-end.md", "# How we end\n\nOn time.\n");

        pictures.take(olga, "fork-contents", "/lighthouse/handbook");
        pictures.take(onlooker, "fork-of-contents", "/harbour/handbook");
        pictures.take(olga, "forks", "/harbour/forks");
        pictures.take(olga, "fork-origin", "/lighthouse/origin");
        pictures.take(
                olga, "fork-offered", "/lighthouse/changes/" + sung.subject().number());
        pictures.take(
                olga,
                "fork-offer",
                "/lighthouse/origin/offers/new?change=" + sung.subject().number());
        Change offered = offers.make(
                ngozi,
                new Offers.Wish(
                        (int) sung.subject().number(),
                        List.of(),
                        "Begin with a song",
                        "It made us merry.",
                        true,
                        true));
        pictures.take(onlooker, "fork-arrived", "/harbour/" + offered.path());
        pictures.take(olga, "admin-rooms", "/admin");

        pictures.take(olga, "visibility", "/lighthouse/visibility");
        mission.show(keeper, Visibility.MEMBERS);
        var key = links.make(ngozi, "Whoever keeps the lamp at Cape Wrath", 30);
        pictures.take(olga, "closed-home", "/lighthouse");
        pictures.take(olga, "closed-invitations", "/lighthouse/invitations");
        pictures.take(olga, "communities", "/communities");
        pictures.take(onlooker, "closed-invited", "/join/" + key.text());
        pictures.take(onlooker, "closed-over", "/join/" + "x".repeat(43), 410);
        pictures.take(onlooker, "closed-unknown", "/lighthouse", 404);
        pictures.take(onlooker, "fork-arrived-closed", "/harbour/" + offered.path());
        pictures.take(olga, "found", "/communities/new");
        assertThat(pictures.faults()).isEmpty();
        assertThat(olga.complaints()).isEmpty();
        assertThat(onlooker.complaints()).isEmpty();
    }
}
