package mainline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.NeededHours;
import mainline.effort.Promise;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.projects.Conveners;
import mainline.projects.Measure;
import mainline.projects.Plans;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A practice is tried, judged and revised, through the pages alone. */
@MainlineTest
class ResultPagesTest {
    private static final String PASSWORD = "nine brass kettles";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final Efforts efforts;
    private final Conveners conveners;
    private final Plans plans;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Jobs jobs;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private String slug = "";
    private String mail = "";
    private Browser ada = new Browser(0);

    ResultPagesTest(
            People people,
            Founding founding,
            Communities communities,
            Ideas ideas,
            Efforts efforts,
            Conveners conveners,
            Plans plans,
            Proposals proposals,
            Reviews reviews,
            Jobs jobs,
            TestClock clock) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.efforts = efforts;
        this.conveners = conveners;
        this.plans = plans;
        this.proposals = proposals;
        this.reviews = reviews;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Ada convenes the repair evenings; how to hold one is in the handbook. They are judged on the first of June. */
    @BeforeEach
    void a_practice() {
        clock.reset();
        String name = "ada" + NEXT.incrementAndGet() + "@results.example";
        Member first =
                new Member(community(name), people.byMail(name).orElseThrow().id());
        Member second = join(first, "Ben Ode");
        join(first, "Cleo Marsh");
        Wording wording = new Wording("A repair evening", "Once a month.", 1, "");
        Idea idea = ideas.publish(first, wording, new NeededHours(Map.of(EffortKind.DO, Hours.of(2))));
        efforts.pledge(first, idea.subject(), new Promise(EffortKind.DO, Hours.of(2), LocalDate.of(2026, 5, 4)));
        Subject project = ((Idea.Adopted) ideas.get(idea.subject()).state()).project();
        conveners.take(first, project);
        plans.set(
                first,
                project,
                List.of(new Measure("Things mended", "a month", "3", "10")),
                LocalDate.of(2026, 6, 1),
                "");
        Change change = proposals.propose(
                second,
                new Proposal(
                        "repair.md",
                        "",
                        "# Repair evenings\n\nBring it along.\n",
                        "Say how",
                        "It works.",
                        "",
                        project));
        reviews.approve(first, change.subject(), change.version(), "");
        reviews.merge(first, change.subject());
        ada = signedIn(name);
        mail = name;
    }

    private Browser signedIn(String name) {
        return new Browser(port)
                .get("/sign-in?then=" + at("results"))
                .submit("/sign-in", Map.of("mail", name, "password", PASSWORD));
    }

    private CommunityId community(String mail) {
        people.create("Ada Vale", mail, PASSWORD);
        Community community = founding.found(
                "Results " + NEXT.get(),
                "results-" + NEXT.get(),
                "UTC",
                "We mend what we have.",
                people.byMail(mail).orElseThrow().id());
        slug = "/" + community.slug();
        return community.id();
    }

    private Member join(Member first, String name) {
        Member member = new Member(first.community(), people.bring(name, null).id());
        communities.join(first.community(), member.person());
        return member;
    }

    private String at(String below) {
        return slug + "/" + below;
    }

    @Test
    void a_practice_is_tried_and_judged_and_its_revision_drafted() {
        assertThat(ada.get(at("results")).text()).contains("Repair evenings", "No trials yet");
        assertThat(ada.get(at("handbook/repair")).text()).contains("I tried this");
        ada.get(at("results/1/trials"))
                .submit(at("results/1/trials"), Map.of("place", "Leiria", "before", "3", "after", "8"));
        assertThat(ada.status()).isEqualTo(422);
        assertThat(ada.page().select("input[name=place]").val()).isEqualTo("Leiria");
        ada.submit(at("results/1/trials"), Map.of("happened", "Too many **toasters**.", "keep", "CHANGES"));
        assertThat(ada.path()).startsWith(at("results/1-repair-evenings"));
        assertThat(ada.text())
                .contains(
                        "Your trial counts now", "0 of 1 would keep it as it is", "1 more would keep it with changes");
        assertThat(ada.page().select("svg.chart circle")).hasSize(2);
        assertThat(ada.get(at("trials/1"))
                        .page()
                        .select("#trial-1 .prose strong")
                        .text())
                .isEqualTo("toasters");

        clock.advance(Duration.ofDays(92));
        jobs.run("open-evaluations");
        ada = signedIn(mail);
        assertThat(ada.get(at("results")).text()).contains("Results due");
        assertThat(ada.get(at("projects/1")).text()).contains("the result is yours to say");
        ada.get(at("projects/1/verdict")).submit(at("projects/1/verdict"), Map.of("choice", "REVISE"));
        assertThat(ada.status()).isEqualTo(422);
        ada.submit(at("projects/1/verdict"), Map.of("choice", "REVISE", "reason", "Fewer toasters, more chairs."));
        assertThat(ada.path()).isEqualTo(at("verdicts/1"));
        assertThat(new Browser(port)
                        .get(at("results"))
                        .page()
                        .select("a[href$=verdicts/1]")
                        .text())
                .isEqualTo("Revise");
        assertThat(ada.text()).contains("Revise", "Fewer toasters", "To the draft, change 2");
        ada.get(at("changes/2"));
        assertThat(ada.status()).isEqualTo(200);
        assertThat(ada.text()).contains("Revise: Repair evenings", "Trial 1");
        assertThat(ada.get(at("projects")).text()).contains("over: revise");
    }

    @Test
    void onlookers_see_the_results_and_are_shown_the_way_in() {
        Browser onlooker = new Browser(port);
        assertThat(onlooker.get(at("results/1")).text()).contains("I tried this");
        assertThat(onlooker.get(at("projects/1/verdict")).text()).contains("on the day to look back");
        assertThat(onlooker.get(at("results/1/trials")).path()).startsWith("/join?community=");
        assertThat(onlooker.get(at("results/99")).status()).isEqualTo(404);
        assertThat(onlooker.get(at("verdicts/1")).status()).isEqualTo(404);
    }
}
