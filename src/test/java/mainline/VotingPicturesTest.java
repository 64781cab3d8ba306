package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.decisions.Ballots;
import mainline.decisions.ChoiceDraft;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page of deciding in a real browser: lunch decided with scripts, then each ballot and each outcome looked at. */
@InChromium
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VotingPicturesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String HERE = "/quiet-corner";
    private static final String ARABIC = "إحاطة من صفحة واحدة قبل كل نوبة تطوع";
    private static final int VOTERS = 9;

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Jobs jobs;
    private final TestClock clock;
    private final Pictures pictures = new Pictures();
    private final List<Member> members = new ArrayList<>();

    @LocalServerPort
    private int port;

    private Window olga;
    private Window onlooker;

    VotingPicturesTest(
            People people,
            Founding founding,
            Communities communities,
            Decisions decisions,
            Ballots ballots,
            Jobs jobs,
            TestClock clock) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.decisions = decisions;
        this.ballots = ballots;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeAll
    void open() {
        Person first = people.create("Olga Operator", "olga@example.org", PASSWORD);
        Community community =
                founding.found("Quiet Corner", "quiet-corner", "Europe/Madrid", "We finish something.", first.id());
        members.add(new Member(community.id(), first.id()));
        for (int i = 1; i < VOTERS; i++) {
            Person person = people.bring("Voter " + i, "voter" + i + "@example.org");
            communities.join(community.id(), person.id());
            members.add(new Member(community.id(), person.id()));
        }
        clock.advance(Duration.ofDays(2));
        olga = new Window(port);
        onlooker = new Window(port);
        olga.go("/sign-in?then=" + HERE)
                .write("Mail address", "olga@example.org")
                .write("Password", PASSWORD)
                .press("Sign in");
        olga.page().waitForURL("**" + HERE + "*");
    }

    private Instant inDays(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private Decision ask(Question question) {
        return decisions.open(members.getFirst(), question);
    }

    /** Everybody but the first votes; the last ballots repeat. */
    private void vote(Decision decision, Ballot... all) {
        for (int i = 1; i < VOTERS; i++)
            ballots.cast(
                    members.get(i),
                    decision.subject(),
                    all[(i - 1) % all.length],
                    i == 1 ? "It is the nearest." : "",
                    ballots.nonce(decision));
    }

    private static Ballot ranking(Integer... options) {
        return new Ballot.Ranking(Arrays.stream(options).map(Set::of).toList());
    }

    private static Ballot approvals(Integer... options) {
        return new Ballot.Approvals(Set.of(options));
    }

    @Test
    @Order(1)
    void lunch_is_decided_with_scripts() {
        pictures.take(olga, "decisions-empty", HERE + "/decisions");
        olga.go(HERE + "/decisions").follow("Ask a question");
        pictures.take(olga, "ask", HERE + "/decisions/new");
        olga.write("What is to be decided?", "Where do we have lunch?")
                .write("The options", "Soup\nPasta\n" + ARABIC)
                .choose("In 15 minutes")
                .press("Ask it now")
                .waitFor("It is open.");
        pictures.take(olga, "vote-approval", HERE + "/decisions/1");
        olga.go(HERE + "/decisions/1");
        olga.page().getByLabel("Pasta").check();
        olga.press("Vote").waitFor("Your vote is in");
        pictures.take(olga, "vote-again", HERE + "/decisions/1");
        olga.go(HERE + "/decisions/new").open("More ways to ask").choose("Share out hours");
        pictures.shoot(olga, "ask-shares");
        assertThat(pictures.faults()).isEmpty();
        assertThat(olga.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void a_ranking_is_put_in_order_by_keys_and_buttons() {
        ask(Question.of("Which of the three?", Method.RANKED, inDays(5), "Red", "Green", ARABIC));
        pictures.take(olga, "vote-ranked", HERE + "/decisions/2");
        olga.go(HERE + "/decisions/2").press("Move up: Green");
        assertThat(olga.page().locator("[name=rank-2]").inputValue()).isEqualTo("1");
        assertThat(olga.page().locator("[name=rank-1]").inputValue()).isEmpty();
        assertThat(olga.page().evaluate("document.activeElement.getAttribute('aria-label')"))
                .isEqualTo("Move up: Green");
        olga.press("Vote").waitFor("Your vote is in");
        assertThat(olga.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void every_ballot_is_sound() {
        ask(Question.of("Shall we move the meeting to Tuesdays?", Method.SHOW_OF_HANDS, inDays(3))
                .reviewedOn(LocalDate.of(2026, 6, 1)));
        ask(Question.of("A choir?", Method.TEMPERATURE, inDays(3)));
        ask(Question.of("Who speaks for us?", Method.SEATS, inDays(3), "Kim Abara", "Lou Berg", "Mo Costa", "Nia Dahl")
                .forSeats(2)
                .inSecret());
        ask(Question.of("What do we take up this season?", Method.EQUAL_SHARES, inDays(3))
                .sharing(
                        120,
                        List.of(
                                new ChoiceDraft("A bench at every corner", "Six of them, from what we have.", 40),
                                new ChoiceDraft("A well", "", 50),
                                new ChoiceDraft(ARABIC, ARABIC, 60))));
        ask(Question.of(
                "A question as long as they come: ".repeat(8).strip(),
                Method.APPROVAL,
                inDays(3),
                IntStream.rangeClosed(1, 60)
                        .mapToObj(
                                i -> "Option " + i + (i % 7 == 0 ? " " + ARABIC : "") + (i == 9 ? "x".repeat(200) : ""))
                        .toArray(String[]::new)));
        pictures.take(olga, "vote-hands", HERE + "/decisions/3");
        pictures.take(olga, "vote-temperature", HERE + "/decisions/4");
        pictures.take(olga, "vote-seats", HERE + "/decisions/5");
        pictures.take(olga, "vote-shares", HERE + "/decisions/6");
        pictures.take(olga, "vote-sixty", HERE + "/decisions/7");
        pictures.take(onlooker, "vote-onlooker", HERE + "/decisions/3");
        pictures.take(olga, "amend", HERE + "/decisions/6/amendment");
        pictures.take(olga, "withdraw", HERE + "/decisions/6/withdrawal");
        pictures.take(olga, "decisions", HERE + "/decisions");
        pictures.take(olga, "decision-rules", HERE + "/decisions/rules");
        pictures.take(olga, "home-voting", HERE);
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    @Order(4)
    void every_outcome_is_sound() {
        vote(decision(1), approvals(1), approvals(1, 3), approvals(2));
        vote(decision(2), ranking(1, 2, 4), ranking(2, 3, 1), ranking(3, 1, 2));
        vote(decision(3), Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.NO, Ballot.Hand.ABSTAIN);
        vote(decision(4), new Ballot.Degree(4), new Ballot.Degree(5), new Ballot.Degree(1));
        vote(decision(5), ranking(1, 2), ranking(1, 2, 3), ranking(3, 4), ranking(4, 3), ranking(2));
        vote(decision(6), approvals(1, 2), approvals(2), approvals(3), approvals(1));
        vote(decision(7), approvals(7, 9, 14), approvals(7));
        pictures.take(olga, "vote-named", HERE + "/decisions/3");
        olga.go(HERE + "/decisions/5");
        olga.write("Lou Berg", "1");
        olga.press("Vote").waitFor("Your vote is in");
        pictures.shoot(olga, "receipt");
        clock.advance(Duration.ofDays(6));
        jobs.run("decisions.close");
        String[] names = {"approval", "ranked", "hands", "temperature", "seats", "shares", "sixty"};
        for (int i = 0; i < names.length; i++)
            pictures.take(olga, "outcome-" + names[i], HERE + "/decisions/" + (i + 1));
        pictures.take(olga, "ballots-open", HERE + "/decisions/2/ballots");
        pictures.take(olga, "ballots-secret", HERE + "/decisions/5/ballots");
        pictures.take(olga, "statement", HERE + "/decisions/3/statement");
        pictures.take(onlooker, "decisions-settled", HERE + "/decisions");
        assertThat(pictures.faults()).isEmpty();
    }

    private Decision decision(long number) {
        return decisions.get(members.getFirst().community(), number);
    }
}
