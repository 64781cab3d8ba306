package mainline.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Audience;
import mainline.community.Communities;
import mainline.community.Notice;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.platform.Letter;
import mainline.platform.TestErrands;
import mainline.platform.TestMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@MainlineTest
class DigestsTest {
    private static final String ADDRESS = "dora@example.org";
    private static final Instant AT_EIGHT = Instant.parse("2026-03-03T07:01:00Z");

    private final Notices notices;
    private final Digests digests;
    private final Decisions decisions;
    private final People people;
    private final Communities communities;
    private final TestErrands late;
    private final TestMail mails;
    private final TestClock clock;
    private final Village village;
    private final TransactionTemplate transaction;

    DigestsTest(
            Notices notices,
            Digests digests,
            Decisions decisions,
            People people,
            Communities communities,
            TestErrands late,
            TestMail mails,
            TestClock clock,
            Village village,
            TransactionTemplate transaction) {
        this.notices = notices;
        this.digests = digests;
        this.decisions = decisions;
        this.people = people;
        this.communities = communities;
        this.late = late;
        this.mails = mails;
        this.clock = clock;
        this.village = village;
        this.transaction = transaction;
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    @Test
    void what_is_told_while_digests_are_written_is_in_one() {
        PersonId dora =
                people.create("Dora Digest", ADDRESS, "seven quiet lanterns").id();
        communities.join(village.community.id(), dora);
        late.run();
        Decision wagon = ask("Shall we buy a wagon?");
        tell(dora, wagon);
        digests.mailAll();
        clock.set(AT_EIGHT);
        Decision boat = ask("Shall we buy a boat?");
        transaction.executeWithoutResult(status -> {
            tell(dora, boat);
            CompletableFuture.runAsync(digests::mailAll).join();
        });
        digests.mailAll();
        clock.advance(Duration.ofDays(1));
        digests.mailAll();
        List<Letter> letters = mails.to(ADDRESS);
        for (Decision each : List.of(wagon, boat))
            assertThat(letters)
                    .filteredOn(letter -> letter.text().contains(each.question()))
                    .as(each.question())
                    .hasSize(1);
    }

    private Decision ask(String question) {
        return decisions.open(
                village.ada,
                Question.of(question, Method.LAZY_CONSENSUS, clock.instant().plus(Duration.ofDays(5))));
    }

    private void tell(PersonId person, Decision decision) {
        notices.keep(Notice.bound(
                new Audience.One(person), decision.subject(), decision.told("decision.told.soon", decision.ends())));
    }
}
