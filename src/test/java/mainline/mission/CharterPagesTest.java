package mainline.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.decisions.Ballots;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.handbook.Handbook;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way of a version through the pages, without scripts. */
@MainlineTest
class CharterPagesTest {
    private static final String PASSWORD = "one-street-after-another";

    private final People people;
    private final Communities communities;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Jobs jobs;
    private final TestClock clock;
    private final Handbook handbook;
    private final Proposals proposals;
    private final Village village;

    @LocalServerPort
    private int port;

    CharterPagesTest(
            People people,
            Communities communities,
            Decisions decisions,
            Ballots ballots,
            Jobs jobs,
            TestClock clock,
            Handbook handbook,
            Proposals proposals,
            Village village) {
        this.people = people;
        this.communities = communities;
        this.decisions = decisions;
        this.ballots = ballots;
        this.jobs = jobs;
        this.clock = clock;
        this.handbook = handbook;
        this.proposals = proposals;
        this.village = village;
    }

    private String path(String below) {
        return "/" + communities.find(village.community.id()).orElseThrow().slug() + "/" + below;
    }

    @Test
    void work_without_a_mission_is_called_by_its_title() {
        String head = handbook.head(village.community.id());
        proposals.propose(
                village.ben, new Proposal("bench.md", head, "# Bench\n", "Where benches stand", "To sit", "", null));
        Browser onlooker = new Browser(port).get(path("mission/drift"));
        assertThat(onlooker.page().select("h3").eachText()).contains("Where benches stand");
        assertThat(onlooker.text()).contains("Change 1");
    }

    @Test
    void a_member_proposes_has_it_voted_on_and_signs() {
        village.anOpenIdea();
        String mail = village.community.name().replace("Village ", "ada") + "@example.org";
        people.setPassword(mail, PASSWORD);
        clock.advance(Duration.ofDays(2));
        Browser ada = new Browser(port).signIn(mail, PASSWORD);
        assertThat(ada.get(path("mission")).text()).contains("not voted on yet", "Not voted on yet");
        ada.get(path("mission/versions/new"))
                .submit(
                        path("mission/versions"),
                        Map.of(
                                "tagline", "Bench by bench",
                                "clause-1", "Every street better than it was.",
                                "why", "Shorter.",
                                "rule-barredDays", "45"));
        assertThat(ada.text()).contains("Version 2", "suggested", "Shorter.", "Put it to the vote", "45");
        ada.submit(path("mission/versions/2/ratification"), Map.of("days", "none"));
        assertThat(ada.status()).isEqualTo(422);
        ada.submitOnly(path("mission/versions/2/ratification"), Map.of("days", "2"));
        assertThat(ada.status()).isEqualTo(303);
        assertThat(ada.get(path("mission")).text()).contains("A version is being voted on");
        Decision vote = decisions.get(village.community.id(), 1);
        assertThat(ada.get(path("decisions/1"))
                        .page()
                        .select("section[aria-labelledby=difference]")
                        .text())
                .contains("What it changes from version 1", "M1", "Every street better than", "45")
                .doesNotContain("M2");
        ballots.cast(village.ada, vote.subject(), Ballot.Hand.YES, "", ballots.nonce(vote));
        ballots.cast(village.ben, vote.subject(), Ballot.Hand.YES, "", ballots.nonce(vote));
        ballots.cast(village.cleo, vote.subject(), Ballot.Hand.YES, "", ballots.nonce(vote));
        clock.advance(Duration.ofDays(3));
        jobs.run("decisions.close");
        jobs.run("mission.superseded");
        assertThat(ada.get(path("mission")).text()).contains("adopted", "Every street better than it was.");
        ada.submit(path("mission/signatures"), Map.of());
        assertThat(ada.text()).contains("1 name under it", "Take your name off");
        assertThat(ada.get(path("mission/signatures")).text()).contains("Ada Vale");
        assertThat(ada.get(path("mission/versions/2?against=1")).text()).contains("Compared with version");
        assertThat(ada.get(path("mission/superseded")).text()).contains("A bench at every corner", "It still fits");
        ada.submit(path("mission/citations/IDEA-1"), Map.of());
        assertThat(ada.text()).contains("Nothing to check again");
        assertThat(ada.get(path("mission/drift")).text()).contains("Work without a mission, missions without work");
        assertThat(ada.get(path("mission/versions")).text()).contains("replaced");
    }
}
