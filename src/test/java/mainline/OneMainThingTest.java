package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.decisions.ChoiceDraft;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.NeededHours;
import mainline.effort.Promise;
import mainline.handbook.Handbook;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Jobs;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a thing has one green button at most, whoever looks: what there is to do first. */
@MainlineTest
class OneMainThingTest {
    private static final String PASSWORD = "nine brass kettles";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final Efforts efforts;
    private final Handbook handbook;
    private final Proposals proposals;
    private final Decisions decisions;
    private final Jobs jobs;

    private final TestClock clock;

    @LocalServerPort
    private int port;

    private Community community;
    private Member ada;
    private Member ben;
    private List<Browser> all = List.of();

    OneMainThingTest(
            People people,
            Founding founding,
            Communities communities,
            Ideas ideas,
            Efforts efforts,
            Handbook handbook,
            Proposals proposals,
            Decisions decisions,
            Jobs jobs,
            TestClock clock) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.efforts = efforts;
        this.handbook = handbook;
        this.proposals = proposals;
        this.decisions = decisions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void a_founder_and_a_member_of_some_days() {
        clock.reset();
        int n = NEXT.incrementAndGet();
        Person first = people.create("Ada Vale", "ada" + n + "@main.example", PASSWORD);
        Person second = people.create("Ben Ode", "ben" + n + "@main.example", PASSWORD);
        community = founding.found("Main " + n, "main-" + n, "Europe/Madrid", "We mend what we have.", first.id());
        communities.join(community.id(), second.id());
        ada = new Member(community.id(), first.id());
        ben = new Member(community.id(), second.id());
        clock.advance(Duration.ofDays(2));
        all = List.of(signIn("ada" + n), signIn("ben" + n));
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private Browser signIn(String name) {
        return new Browser(port).signIn(name + "@main.example", PASSWORD);
    }

    private static List<String> green(Browser browser) {
        return browser.page().select("main .btn.go").stream()
                .filter(each -> each.closest("details:not([open])") == null)
                .map(Element::text)
                .toList();
    }

    private void isOneAtMost(String below) {
        for (Browser each : all) {
            each.get(community.path(below));
            assertThat(each.status()).as(each.text()).isEqualTo(200);
            assertThat(green(each)).as(each.text()).hasSizeLessThanOrEqualTo(1);
        }
    }

    private Idea idea() {
        Idea idea = ideas.publish(
                ada,
                new Wording("A repair evening", "Once a month.", 1, ""),
                new NeededHours(Map.of(EffortKind.DO, Hours.of(2))));
        isOneAtMost(idea.path());
        return idea;
    }

    @Test
    void of_an_idea_and_of_its_project() {
        Idea idea = idea();
        assertThat(green(all.getLast())).containsExactly("Offer to help");
        efforts.pledge(ben, idea.subject(), new Promise(EffortKind.DO, Hours.of(2), LocalDate.of(2026, 4, 1)));
        isOneAtMost(idea.path());
        isOneAtMost("projects/1");
        Browser second = all.getLast();
        second.submit(community.path("projects/1/convener"), Map.of());
        for (String title : List.of("Find a room", "Bake")) {
            second.submit(community.path("projects/1/tasks"), Map.of("title", title));
        }
        second.submit(community.path("tasks/1/claim"), Map.of());
        second.get(community.path("projects/1")).submit(community.path("tasks/2/claim"), Map.of());
        isOneAtMost("projects/1");
    }

    @Test
    void of_a_change_until_it_is_in_the_handbook() {
        Change change = proposals.propose(
                ben, new Proposal("a.md", handbook.head(community.id()), "# A\n", "Say A", "Asked", "", null));
        isOneAtMost(change.path());
        Browser steward = all.getFirst();
        steward.get(community.path(change.path())).submit(community.path(change.path()) + "/approvals", Map.of());
        isOneAtMost(change.path());
        clock.advance(Duration.ofDays(8));
        isOneAtMost(change.path());
        steward.submit(community.path(change.path()) + "/merge", Map.of());
        isOneAtMost(change.path());
    }

    private Question question(Method method) {
        String[] options = method == Method.DATES
                ? new String[] {"2026-05-01T16:00:00Z", "2026-05-02T16:00:00Z"}
                : method.hasOptions() ? new String[] {"Soup", "Pasta", "Bread"} : new String[] {};
        Instant ends = clock.instant().plus(Duration.ofDays(5));
        Question plain = Question.of("What shall we eat?", method, ends, options);
        return switch (method) {
            case CONSENT -> plain.reviewedOn(LocalDate.of(2026, 5, 1));
            case DOTS -> plain.spreading(3);
            case SEATS -> plain.forSeats(2);
            case EQUAL_SHARES ->
                plain.sharing(
                        8,
                        Stream.of("Soup", "Pasta")
                                .map(text -> new ChoiceDraft(text, "", 4))
                                .toList());
            case TEMPERATURE, LAZY_CONSENSUS, SHOW_OF_HANDS, PLURALITY, DATES, APPROVAL, SCORE, RANKED -> plain;
        };
    }

    @ParameterizedTest
    @EnumSource
    void of_a_decision_from_its_question_to_what_came_of_it(Method method) {
        String path = decisions.open(ada, question(method)).path();
        isOneAtMost(path);
        if (method.isCounted())
            assertThat(all.getLast().page().select("#ballot .btn.go")).hasSize(1);
        if (method == Method.CONSENT) {
            all.getFirst().submit(community.path(path + "/phase"), Map.of());
            isOneAtMost(path);
            all.getFirst().submit(community.path(path + "/phase"), Map.of());
            isOneAtMost(path);
        }
        clock.advance(Duration.ofDays(6));
        jobs.run("decisions.close");
        isOneAtMost(path);
    }

    @Test
    void of_a_decision_that_is_talked_about_first() {
        isOneAtMost(
                decisions.open(ada, question(Method.SHOW_OF_HANDS).announced(3)).path());
    }
}
