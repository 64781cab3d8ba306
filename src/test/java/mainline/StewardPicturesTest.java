package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainline.changes.Change;
import mainline.changes.Enactment;
import mainline.changes.Enactments;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.handbook.Areas;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.StewardsFile.Seat;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Jobs;
import mainline.review.Reviews;
import mainline.stewardship.Nomination;
import mainline.stewardship.Nominations;
import mainline.stewardship.Recalls;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Every page about stewards in a real browser: with one, with many, and with a broken file. */
@InChromium
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StewardPicturesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String HERE = "/lantern-row";

    private final People people;
    private final Communities communities;
    private final HandbookExamples examples;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Enactments enactments;
    private final Nominations nominations;
    private final Recalls recalls;
    private final Jobs jobs;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final Pictures pictures = new Pictures();
    private final List<Member> members = new ArrayList<>();

    @LocalServerPort
    private int port;

    private Founded lantern;
    private Window olga;
    private Window onlooker;

    StewardPicturesTest(
            People people,
            Communities communities,
            HandbookExamples examples,
            Proposals proposals,
            Reviews reviews,
            Enactments enactments,
            Nominations nominations,
            Recalls recalls,
            Jobs jobs,
            TestClock clock,
            TransactionTemplate transaction) {
        this.people = people;
        this.communities = communities;
        this.examples = examples;
        this.proposals = proposals;
        this.reviews = reviews;
        this.enactments = enactments;
        this.nominations = nominations;
        this.recalls = recalls;
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = transaction;
    }

    @BeforeAll
    void open() {
        Person first = people.create("Olga Operator", "olga@example.org", PASSWORD);
        Community community = communities.found("Lantern Row", "lantern-row", "Europe/Madrid", first.id());
        members.add(new Member(community.id(), first.id()));
        lantern = new Founded(community, members.getFirst());
        List<String> names = List.of(
                "Joaquín Paz", "Ngozi Adeyemi", "Sofie van den Berg-Lindqvist-Østergaard de la Vega", "مريم الإدريسي");
        for (String name : names) members.add(examples.aMember(lantern, name));
        olga = new Window(port);
        onlooker = new Window(port);
        olga.go("/sign-in?then=" + HERE)
                .write("Mail address", "olga@example.org")
                .write("Password", PASSWORD)
                .press("Sign in");
        olga.page().waitForURL("**" + HERE + "*");
    }

    private void page(Member author, String path) {
        Change change = proposals.propose(author, examples.aPage(lantern, path, "# " + path));
        reviews.approve(members.getFirst(), change.subject(), 1, "");
        reviews.merge(members.getFirst(), change.subject());
    }

    private void seat(int member, String area, String since, String until) {
        String handle = people.get(members.get(member).person()).handle();
        examples.amend(
                members.getFirst(),
                file -> file.with(area, new Seat(handle, LocalDate.parse(since), LocalDate.parse(until))));
    }

    @Test
    @Order(1)
    void a_young_community() {
        pictures.take(olga, "stewards-one", HERE + "/stewards");
        pictures.take(olga, "stewards-nominate", HERE + "/stewards/nominations/new");
        olga.go(HERE + "/stewards/nominations/new").press("Ask them");
        olga.waitFor("your attention");
        pictures.shoot(olga, "stewards-nominate-refused");
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    @Order(2)
    void a_nomination_in_every_state() {
        for (String path : List.of("meetings/silent-start.md", "meetings/agenda.md", "people/first-fortnight.md"))
            page(members.get(2), path);
        page(members.get(1), "money/budget.md");
        page(members.get(3), "إدارة/بداية.md");
        Nomination asked = nominations.nominate(
                members.get(2),
                "people",
                members.getFirst().person(),
                "She reads **everything** to the end, and says no kindly.\n\n> Nobody merges what I do not understand.",
                "We share an office");
        pictures.take(olga, "nomination-of-you", HERE + "/" + asked.path(), 200);
        Nomination deciding = nominations.nominate(
                members.get(1),
                "meetings",
                members.get(2).person(),
                "She wrote most of it, and answers everybody.",
                "");
        nominations.accept(members.get(2), deciding.subject());
        pictures.take(olga, "nomination-deciding", HERE + "/" + deciding.path());
        pictures.take(olga, "nomination-decision", HERE + "/decisions/1");
        clock.advance(Duration.ofHours(73));
        jobs.run("decisions.close");
        pictures.take(onlooker, "nomination-confirmed", HERE + "/" + deciding.path());
        pictures.take(olga, "change-enacted", HERE + "/changes/6");
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    @Order(3)
    void many_areas_and_a_broken_file() {
        seat(1, "money", "2025-03-20", "2026-03-20");
        seat(3, "people", "2026-01-01", "2026-12-31");
        seat(4, "people", "2026-02-01", "2027-01-31");
        seat(0, "إدارة", "2025-03-20", "2026-03-28");
        String handle = people.get(members.get(3).person()).handle();
        examples.amend(members.getFirst(), file -> file.retired("meetings", handle));
        Nomination open = nominations.nominate(
                members.get(4), "people", members.get(2).person(), "She knows everybody by name.", "");
        nominations.accept(members.get(2), open.subject());
        recalls.ask(members.get(3), "money", members.get(1).person(), "The budget was not looked at for a year.");
        pictures.take(olga, "stewards-many", HERE + "/stewards");
        pictures.take(onlooker, "stewards-onlooker", HERE + "/stewards");
        pictures.take(olga, "recall-new", HERE + "/stewards/recalls/new?area=people&person=" + handle);
        pictures.take(onlooker, "recall", HERE + "/stewards/recalls/1");
        pictures.take(
                onlooker,
                "steward-person",
                HERE + "/people/" + people.get(members.get(2).person()).handle());
        transaction.executeWithoutResult(status -> enactments.enact(
                lantern.community().id(),
                new Enactment(
                        new Change.ByPerson(members.getFirst().person()),
                        members.getFirst().person(),
                        "Break it",
                        "By mistake",
                        Map.of(Areas.FILE, "areas:\n  - path: /\n    stewards: [\n"))));
        pictures.take(olga, "stewards-broken", HERE + "/stewards");
        olga.go("/appearance");
        assertThat(pictures.faults()).isEmpty();
    }
}
