package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.VotingTurmoil;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.record.PublicRecord;
import org.junit.jupiter.api.Test;

/** Briefly; {@code bin/bench voting} does it for a minute with two servers. */
@MainlineTest
class VotingUnderLoadTest {
    private static final int CLIENTS = 64;

    private final Decisions decisions;
    private final Ballots ballots;
    private final RuleBook rules;
    private final Jobs jobs;
    private final People people;
    private final Communities communities;
    private final PublicRecord record;
    private final TestClock clock;
    private final Village village;

    VotingUnderLoadTest(
            Decisions decisions,
            Ballots ballots,
            RuleBook rules,
            Jobs jobs,
            People people,
            Communities communities,
            PublicRecord record,
            TestClock clock,
            Village village) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.rules = rules;
        this.jobs = jobs;
        this.people = people;
        this.communities = communities;
        this.record = record;
        this.clock = clock;
        this.village = village;
    }

    @Test
    void no_acknowledged_ballot_is_lost_counted_twice_or_taken_after_the_close() throws Exception {
        rules.adopt(village.community.id(), Rules.usual().withShortestMinutes(0), null);
        List<Member> voters = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            var person =
                    people.bring("Client " + n, "client" + n + "@example.org").id();
            communities.join(village.community.id(), person);
            voters.add(new Member(village.community.id(), person));
        }
        var server = new VotingTurmoil.Server(decisions, ballots, jobs);
        Thread time = Thread.startVirtualThread(this::passTime);
        VotingTurmoil.Report report;
        try {
            report = new VotingTurmoil(List.of(server, server), record, clock, village.ada, voters)
                    .run(Duration.ofSeconds(5));
        } finally {
            time.interrupt();
        }
        assertThat(report.problems()).isEmpty();
        assertThat(report.failed()).isZero();
        assertThat(report.decisions()).isGreaterThanOrEqualTo(4);
        assertThat(report.counted()).isGreaterThan(CLIENTS);
    }

    private void passTime() {
        try {
            while (true) {
                Thread.sleep(5);
                clock.advance(Duration.ofMillis(5));
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void of_many_who_close_one_decision_only_one_does() throws Exception {
        Decision decision = decisions.open(
                village.ada,
                Question.of("Shall we?", Method.SHOW_OF_HANDS, clock.instant().plus(Duration.ofHours(1))));
        clock.set(decision.ends());
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) all.add(threads.submit(() -> jobs.run("decisions.close")));
            for (Future<?> each : all) each.get();
        }
        assertThat(record.list(village.community.id(), mainline.record.RecordFilter.about(decision.subject()), 0, 9)
                        .items())
                .hasSize(2);
    }
}
