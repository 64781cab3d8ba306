package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Jobs;
import mainline.platform.Outbound;
import mainline.record.RecordCheck;
import mainline.record.ServedRecord;
import mainline.tally.BallotFile;
import mainline.tally.DatePoll;
import mainline.tally.Majority;
import mainline.tally.Plurality;
import mainline.tally.Quorum;
import mainline.tally.Ratio;
import mainline.tally.Score;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way of deciding from the question to the outcome, through the pages alone, without scripts. */
@MainlineTest
class DecisionPagesTest {
    private static final String PASSWORD = "nine brass kettles";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Jobs jobs;
    private final TestClock clock;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    private String slug = "";
    private Browser ada = new Browser(0);
    private Browser ben = new Browser(0);
    private Browser cleo = new Browser(0);

    DecisionPagesTest(
            People people, Founding founding, Communities communities, Jobs jobs, TestClock clock, JdbcClient db) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.jobs = jobs;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void three_members_of_some_days() {
        clock.reset();
        int n = NEXT.incrementAndGet();
        Person first = people.create("Ada Vale", "ada" + n + "@vote.example", PASSWORD);
        Person second = people.create("Ben Ode", "ben" + n + "@vote.example", PASSWORD);
        Person third = people.create("Cleo Marsh", "cleo" + n + "@vote.example", PASSWORD);
        Community community =
                founding.found("Votes " + n, "votes-" + n, "Europe/Madrid", "We mend what we have.", first.id());
        communities.join(community.id(), second.id());
        communities.join(community.id(), third.id());
        clock.advance(Duration.ofDays(2));
        slug = "/" + community.slug();
        ada = signIn("ada" + n);
        ben = signIn("ben" + n);
        cleo = signIn("cleo" + n);
    }

    private Browser signIn(String name) {
        return new Browser(port)
                .get("/sign-in?then=" + at("decisions"))
                .submit("/sign-in", Map.of("mail", name + "@vote.example", "password", PASSWORD));
    }

    private String at(String below) {
        return slug + "/" + below;
    }

    private Browser ask(Browser who, Map<String, String> fields) {
        who.get(at("decisions/new")).submit(at("decisions"), fields);
        assertThat(who.status()).as(who.text()).isEqualTo(200);
        return who;
    }

    private Browser vote(Browser who, Map<String, String> marks) {
        return who.get(at("decisions/1")).submit(at("decisions/1/ballot"), marks);
    }

    /** Without the signs that keep names in other scripts apart. */
    private static String words(Browser browser) {
        return browser.text().replaceAll("[\u2068\u2069]", "");
    }

    private void end() {
        clock.advance(Duration.ofDays(4));
        jobs.run("decisions.close");
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    @Test
    void a_newcomer_decides_where_to_have_lunch() {
        assertThat(ada.get(at("decisions")).text()).contains("Nothing has been asked yet");
        ask(ada, Map.of("question", "Where do we have lunch?", "options", "Soup\nPasta\nA walk", "ends", "minutes"));
        assertThat(ada.path()).isEqualTo(at("decisions/1"));
        assertThat(ben.get(at("decisions")).text()).contains("Where do we have lunch?", "your vote is missing");
        String end = "in 15 minutes (Wednesday, March 4, 2026, 10:15 AM UTC+1)";
        assertThat(ben.page().select(".why .moment").text()).isEqualTo(end);
        assertThat(ben.get(slug).text()).contains("Where do we have lunch?", "It ends " + end);
        assertThat(ben.get(at("decisions/1")).page().select(".stands .moment").text())
                .isEqualTo(end);
        assertThat(ben.page().select(".timeline .moment").text()).isEqualTo(end);
        vote(ada, Map.of("option-1", "yes", "option-2", "yes"));
        assertThat(words(ada)).contains("Your vote is in", "Your vote: Soup, Pasta");
        vote(ben, Map.of("option-1", "yes"));
        vote(cleo, Map.of("option-2", "yes", "option-1", "yes"));
        assertThat(cleo.get(at("decisions/1")).text()).contains("“Soup” is chosen", "3 of 3 voted");
        assertThat(cleo.page().select(".bars .won").text()).contains("Soup", "chosen", "3 votes");
        assertThat(cleo.get(at("decisions")).text()).contains("Settled", "“Soup” is chosen");
    }

    @Test
    void what_is_decided_about_a_thing_stands_on_its_page() {
        ask(ada, Map.of("question", "Which hall?", "options", "Blue\nRed"));
        ask(ada, Map.of("question", "Has it a roof?", "method", "SHOW_OF_HANDS", "about", "DECISION-1"));
        assertThat(ben.get(at("decisions/1")).text()).contains("Decisions about this", "Has it a roof?");
        end();
        assertThat(ben.get(at("decisions/1")).text()).contains("Nobody voted, so nothing changes.");
        assertThat(ben.get(at("decisions/2")).text()).doesNotContain("Decisions about this");
    }

    @Test
    void what_somebody_gains_stands_beside_their_question_and_vote_and_on_their_page() {
        ask(ada, Map.of("question", "Which hall?", "options", "Blue\nRed", "interest", "The blue one is my aunt's."));
        assertThat(ben.get(at("decisions/1")).page().select(".interests").text())
                .isEqualTo("Ada Vale gains from it: The blue one is my aunt's.");
        vote(ben, Map.of("option-2", "yes", "interest", "x".repeat(301)));
        assertThat(ben.status()).isEqualTo(422);
        assertThat(ben.page().select("details.interest[open] [aria-invalid]")).hasSize(1);
        ben.submit(at("decisions/1/ballot"), Map.of("option-2", "yes", "interest", "I clean the red one."));
        assertThat(ben.page().select("#f-interest").val()).isEqualTo("I clean the red one.");
        assertThat(ada.get(at("record")).text())
                .contains("Ada Vale gains something from Which hall? and said so: The blue one is my aunt's.")
                .doesNotContain("I clean the red one.");
        end();
        assertThat(cleo.get(at("decisions/1/ballots")).text()).contains("gains from it: I clean the red one.");
        String person = ada.page().select("a[href*=/people/]:contains(Ben)").attr("href");
        cleo.get(person.isEmpty() ? cleo.page().select("td a:contains(Ben)").attr("href") : person);
        assertThat(cleo.text()).contains("Interests declared here", "With a vote", "I clean the red one.");
    }

    @Test
    void the_ballot_is_one_link_away() {
        ask(ada, Map.of("question", "Which hall?", "options", "Blue\nRed"));
        assertThat(ben.get(slug)
                        .page()
                        .select("a[href=" + at("decisions/1#ballot") + "]")
                        .text())
                .contains("Vote");
        assertThat(ben.get(at("decisions/1")).page().select("main .btn.go").eachText())
                .as("what there is to do, and not the way to it")
                .containsExactly("Vote");
        assertThat(ben.page().select("a.btn[href=#ballot]").text()).isEqualTo("To the ballot");
    }

    @Test
    void how_many_have_voted_is_told_as_soon_as_it_may_be_told_who() {
        int n = NEXT.incrementAndGet();
        people.create("Dov Lind", "dov" + n + "@vote.example", PASSWORD);
        signIn("dov" + n).get(at("join")).submit(at("membership"), Map.of());
        ask(ada, Map.of("question", "Shall we?", "method", "SHOW_OF_HANDS", "secret", "yes"));
        vote(ada, Map.of("hand", "YES"));
        vote(ben, Map.of("hand", "NO"));
        assertThat(cleo.get(at("decisions/1")).text()).doesNotContain("have voted so far");
        vote(cleo, Map.of("hand", "ABSTAIN"));
        assertThat(new Browser(port).get(at("decisions/1")).text()).contains("3 of 4 have voted so far.");
    }

    @Test
    void bars_are_as_long_as_the_share_of_those_who_may_vote() {
        ask(ada, Map.of("question", "Which hall?", "options", "Blue\nRed"));
        vote(ben, Map.of("option-1", "yes"));
        vote(cleo, Map.of("option-1", "yes"));
        end();
        assertThat(ada.get(at("decisions/1")).page().select(".bars .won rect").attr("width"))
                .isEqualTo("66.7");
        assertThat(ada.page().select("figcaption").text()).contains("Who picked it, of the 3 who may vote");
    }

    @Test
    void an_open_vote_can_be_changed_and_shows_with_its_name_afterwards() {
        ask(ada, Map.of("question", "Shall we?", "method", "SHOW_OF_HANDS"));
        vote(ben, Map.of());
        assertThat(ben.status()).isEqualTo(422);
        assertThat(ben.text()).contains("Choose one of these.");
        vote(ben, Map.of("hand", "NO", "reason", "Too early."));
        assertThat(ada.get(at("decisions/1")).text())
                .doesNotContain("Too early.")
                .doesNotContain("1 vote");
        assertThat(ben.get(at("decisions/1"))
                        .page()
                        .select("input[name=hand][checked]")
                        .val())
                .isEqualTo("NO");
        vote(ben, Map.of("hand", "YES", "reason", "I have slept."));
        assertThat(ben.text()).contains("Your vote is changed");
        vote(ada, Map.of("hand", "YES"));
        vote(cleo, Map.of("hand", "YES"));
        assertThat(new Browser(port).get(at("decisions/1")).text()).contains("Passed with 3 yes and 0 no");
        Browser onlooker = new Browser(port);
        assertThat(onlooker.get(at("decisions/1/ballots")).text()).contains("Ben Ode", "I have slept.", "Yes");
    }

    @Test
    void a_secret_vote_gives_a_receipt_that_finds_the_ballot() {
        ask(ada, Map.of("question", "Shall we?", "method", "SHOW_OF_HANDS", "secret", "yes"));
        vote(ben, Map.of("hand", "NO"));
        String receipt = ben.page().select(".receipt").text();
        assertThat(receipt).isNotBlank();
        assertThat(ben.header("Cache-Control")).contains("no-store");
        assertThat(ben.get(at("decisions/1")).text()).contains("You have voted").doesNotContain(receipt);
        vote(ada, Map.of("hand", "YES"));
        vote(cleo, Map.of("hand", "YES"));
        end();
        ben.get(at("decisions/1/ballots"));
        assertThat(ben.text()).contains(receipt).doesNotContain("Ada Vale");
        ben.submit(at("decisions/1/receipt"), Map.of("receipt", receipt));
        assertThat(ben.page().select(".panel.now").text()).contains("This is your ballot", "No");
        assertThat(ben.path()).doesNotContain(receipt);
        ben.submit(at("decisions/1/receipt"), Map.of("receipt", "00"));
        assertThat(ben.status()).isEqualTo(422);
    }

    @Test
    void a_ranked_vote_shows_who_beats_whom() {
        ask(ada, Map.of("question", "Which rule?", "method", "RANKED", "options", "Red\nGreen\nBlue"));
        assertThat(ada.get(at("decisions/1")).text()).contains("Keep discussing");
        vote(ada, Map.of("rank-1", "0"));
        assertThat(ada.text()).contains("A place is a number");
        vote(ada, Map.of("rank-1", "1", "rank-2", "2", "rank-3", "2", "rank-4", "3"));
        vote(ben, Map.of("rank-1", "1", "rank-3", "2", "rank-2", "", "rank-4", ""));
        vote(cleo, Map.of("rank-2", "1", "rank-1", "2", "rank-4", "3"));
        end();
        ada.get(at("decisions/1"));
        assertThat(ada.text()).contains("“Red” is chosen", "What decided it: the closest comparison one to one");
        assertThat(ada.page()
                        .select("figure:has(figcaption:contains(decided)) .bars")
                        .text())
                .contains("Red chosen 2 votes", "Green 1 vote");
        assertThat(ada.page().select(".pairwise .beats").size()).isGreaterThan(2);
        assertThat(ada.text()).contains("bin/mainline tally decision-1.soi --method schulze --default 4 --quorum 3");
    }

    @Test
    void of_several_options_each_person_picks_one() {
        ask(ada, Map.of("question", "Which day?", "method", "PLURALITY", "options", "Monday\nFriday\nSunday"));
        assertThat(ben.get(at("decisions/1")).page().select("#ballot input[type=radio]"))
                .hasSize(3);
        vote(ben, Map.of());
        assertThat(ben.text()).contains("Choose one of these.");
        vote(ada, Map.of("option", "2"));
        assertThat(words(ada)).contains("Your vote: Friday");
        assertThat(ada.page().select("input[name=option][checked]").val()).isEqualTo("2");
        vote(ben, Map.of("option", "2"));
        vote(cleo, Map.of("option", "3"));
        end();
        assertThat(cleo.get(at("decisions/1")).text()).contains("“Friday” is chosen, with 2 of 3 votes");
        assertThat(cleo.page().select(".bars .won").text()).contains("Friday", "chosen", "2 votes");
        assertThat(cleo.text()).contains("bin/mainline tally decision-1.csv --method plurality --quorum 2");
        String csv = cleo.get(at("decisions/1/ballots.csv")).body();
        BallotFile file = BallotFile.read("picks", csv.getBytes(StandardCharsets.UTF_8), null);
        assertThat(Plurality.count(file.votes(), 2).winners()).containsExactly(2);
    }

    @Test
    void a_tie_between_single_choices_is_said_and_chooses_nothing() {
        ask(ada, Map.of("question", "Which day?", "method", "PLURALITY", "options", "Monday\nFriday"));
        vote(ada, Map.of("option", "1"));
        vote(ben, Map.of("option", "2"));
        end();
        assertThat(ada.get(at("decisions/1")).text()).contains("No option has enough votes, which would be 2.");
        ask(ada, Map.of("question", "Which one?", "method", "PLURALITY", "options", "Red\nBlue"));
        int n = NEXT.incrementAndGet();
        people.create("Dov Lind", "dov" + n + "@vote.example", PASSWORD);
        Browser dov = signIn("dov" + n);
        dov.get(at("join")).submit(at("membership"), Map.of());
        for (Browser red : List.of(ada, ben))
            red.get(at("decisions/2")).submit(at("decisions/2/ballot"), Map.of("option", "1"));
        for (Browser blue : List.of(cleo, dov))
            blue.get(at("decisions/2")).submit(at("decisions/2/ballot"), Map.of("option", "2"));
        end();
        assertThat(ada.get(at("decisions/2")).text())
                .contains("A tie, so nothing is chosen: Red, Blue have 2 votes each.");
    }

    @Test
    void each_option_is_given_points() {
        ask(ada, Map.of("question", "What first?", "method", "SCORE", "options", "Roof\nDoors\nPaint"));
        vote(ada, Map.of("points-1", "11"));
        assertThat(ada.status()).isEqualTo(422);
        assertThat(ada.page().select(".points li:has(#f-points-1) .problem").text())
                .isEqualTo("Write a number from 0 to 10.");
        vote(ada, Map.of("points-1", "10", "points-2", "0"));
        assertThat(words(ada)).contains("Your vote: Roof 10");
        vote(ben, Map.of("points-1", "4", "points-2", "9", "points-3", ""));
        vote(cleo, Map.of("points-2", "6"));
        end();
        assertThat(ada.get(at("decisions/1")).text())
                .contains("“Doors” is chosen, with 15 points from 2 people", "14 points · from 2 people");
        assertThat(ada.text()).contains("--method score --seats 1 --quorum 2");
        String csv = ada.get(at("decisions/1/ballots.csv")).body();
        BallotFile file = BallotFile.read("points", csv.getBytes(StandardCharsets.UTF_8), null);
        assertThat(Score.count(file, 1, 2).winners()).containsExactly(2);
    }

    @Test
    void dots_are_spread_as_far_as_they_go() {
        Map<String, String> fields =
                Map.of("question", "What first?", "method", "DOTS", "options", "Roof\nDoors", "dots", "51");
        ada.get(at("decisions/new")).submit(at("decisions"), fields);
        assertThat(ada.page().select(".field:has(#f-dots) .problem").text()).isEqualTo("Write a number from 1 to 50.");
        ask(ada, with(fields, Map.of("dots", "3")));
        vote(ada, Map.of("points-1", "2", "points-2", "2"));
        assertThat(ada.text()).contains("You gave 4 dots and have 3. Take some away.");
        vote(ada, Map.of("points-1", "3"));
        vote(ben, Map.of("points-1", "1", "points-2", "1"));
        vote(cleo, Map.of("points-2", "3"));
        end();
        assertThat(ada.get(at("decisions/1")).text())
                .contains("These 2 are chosen, because the last of them have equally many points: Roof, Doors.");
    }

    @Test
    void a_vote_can_be_announced_before_it_opens() {
        Map<String, String> fields =
                Map.of("question", "Which day?", "method", "PLURALITY", "options", "Monday\nFriday", "talk", "soon");
        ada.get(at("decisions/new")).submit(at("decisions"), fields);
        assertThat(ada.page().select(".field:has(#f-talk) .problem").text()).contains("a number of days from 0 to 30");
        ask(ada, with(fields, Map.of("talk", "3")));
        assertThat(ben.get(at("decisions/1")).text())
                .contains(
                        "It is talked about first.",
                        "The options",
                        "Who may vote is written down when the ballot opens.");
        assertThat(ben.page().select("#ballot")).isEmpty();
        assertThat(ben.get(at("decisions")).page().select("#open + .rows").text())
                .contains("Which day?", "the ballot opens in 3 days");
        assertThat(ada.get(at("decisions/1/amendment")).text()).contains("the 3 days of talk begin anew");
        clock.advance(Duration.ofDays(3));
        jobs.run("decisions.open");
        vote(ben, Map.of("option", "1"));
        assertThat(words(ben)).contains("Your vote: Monday");
    }

    @Test
    void a_question_names_the_part_of_the_mission_it_serves_or_is_housekeeping() {
        ask(ada, Map.of("question", "Who has the key?", "options", "Ben\nCleo"));
        assertThat(ada.get(at("decisions/1"))
                        .page()
                        .select(".why a[href$=serves=0]")
                        .text())
                .isEqualTo("Housekeeping");
        String clause = ada.get(at("decisions/new"))
                .page()
                .select("select[name=serves] option")
                .last()
                .val();
        Map<String, String> fields =
                Map.of("question", "Which roof first?", "options", "Hall\nShed", "serves", clause, "how", "");
        ada.submit(at("decisions"), fields);
        assertThat(ada.page().select(".field:has(#f-how) .problem").text()).isEqualTo("Please fill this in.");
        ask(ada, with(fields, Map.of("how", "so that rain stops nobody")));
        assertThat(ben.get(at("decisions/2")).text()).contains("Serves:", "so that rain stops nobody");
        assertThat(ben.get(at("decisions?serves=0")).text())
                .contains("Who has the key?")
                .doesNotContain("Which roof first?");
        String serving = at("decisions?serves=" + clause);
        assertThat(ben.get(at("mission")).page().select("a[href=" + serving + "]"))
                .hasSize(1);
        assertThat(ben.get(serving).text()).contains("Which roof first?").doesNotContain("Who has the key?");
        ada.get(at("decisions/new")).submit(at("decisions"), with(fields, Map.of("serves", "999", "how", "so")));
        assertThat(ada.page().select(".field:has(#f-serves) .problem").text()).contains("Choose a part of our mission");
    }

    @Test
    void a_date_is_found_that_suits_most() {
        ask(
                ada,
                Map.of(
                        "question",
                        "When do we row?",
                        "method",
                        "DATES",
                        "date-1",
                        "2026-03-20T18:00",
                        "date-3",
                        "2026-03-21T10:00"));
        assertThat(ben.get(at("decisions/1")).page().select("#ballot legend").eachText())
                .containsExactly("Friday, March 20, 2026, 6:00 PM UTC+1", "Saturday, March 21, 2026, 10:00 AM UTC+1");
        assertThat(ada.get(at("decisions/1/amendment"))
                        .page()
                        .select("#f-text-2")
                        .val())
                .isEqualTo("2026-03-21T10:00");
        vote(ada, Map.of());
        assertThat(ada.status()).isEqualTo(422);
        vote(ada, Map.of("points-1", "2", "points-2", "1"));
        assertThat(words(ada)).contains("6:00 PM UTC+1 yes; Saturday");
        vote(ben, Map.of("points-1", "0", "points-2", "2"));
        vote(cleo, Map.of("points-1", "1", "points-2", "2"));
        end();
        assertThat(ada.get(at("decisions/1")).text())
                .contains(
                        "Saturday, March 21, 2026, 10:00 AM UTC+1",
                        "2 said yes and 1 if need be, of 3",
                        "2 yes · 1 if need be");
        String csv = ada.get(at("decisions/1/ballots.csv")).body();
        BallotFile file = BallotFile.read("dates", csv.getBytes(StandardCharsets.UTF_8), null);
        assertThat(DatePoll.count(file, 2).winners()).containsExactly(2);
    }

    @Test
    void a_link_to_what_was_decided_tells_the_outcome_elsewhere() {
        ask(ada, Map.of("question", "Which hall?", "options", "Blue\nRed", "background", "Both are dry."));
        String told = "meta[property=og:description]";
        assertThat(new Browser(port).get(at("decisions/1")).page().select(told).attr("content"))
                .isEqualTo("Both are dry.");
        for (Browser who : List.of(ada, ben, cleo)) vote(who, Map.of("option-2", "yes"));
        end();
        ada.get(at("decisions/1/statement"))
                .submit(at("decisions/1/statement"), Map.of("statement", "We move in June."));
        assertThat(new Browser(port).get(at("decisions/1")).page().select(told).attr("content"))
                .isEqualTo("“Red” is chosen: it suits 3 of 3. We move in June.");
    }

    @Test
    void beside_a_vote_the_button_to_comment_is_a_quiet_one() {
        ask(ada, Map.of("question", "Which hall?", "options", "Blue\nRed"));
        assertThat(ben.get(at("decisions/1")).page().select("#say .btn")).hasSize(1);
        assertThat(ben.page().select("#say .btn.go")).isEmpty();
        for (Browser who : List.of(ada, ben, cleo)) vote(who, Map.of("option-2", "yes"));
        end();
        assertThat(ben.get(at("decisions/1")).page().select("#say .btn.go")).hasSize(1);
    }

    @Test
    void a_question_can_ask_for_a_quorum_of_its_own() {
        Map<String, String> fields =
                Map.of("question", "Which day?", "method", "PLURALITY", "options", "Monday\nFriday", "quorum", "many");
        ada.get(at("decisions/new")).submit(at("decisions"), fields);
        assertThat(ada.page().select(".field:has(#f-quorum) .problem").text()).contains("such as 12 or 40 %");
        ada.submit(at("decisions"), with(fields, Map.of("quorum", "20 %")));
        assertThat(ada.page().select(".field:has(#f-quorum) .problem").text()).contains("Our rules ask for 2 already");
        ask(ada, with(fields, Map.of("quorum", "100 %")));
        assertThat(ben.get(at("decisions/1")).page().select(".stands").text())
                .contains("At least 3 of the 3 who may vote must take part.");
        vote(ada, Map.of("option", "1"));
        vote(ben, Map.of("option", "1"));
        end();
        assertThat(ben.get(at("decisions/1")).text())
                .contains("2 of 3 took part, and it takes 3. Nothing changes.", "--quorum 2 --turnout 3");
        assertThat(ben.page().select(".bars .won")).isEmpty();
    }

    @Test
    void seats_are_filled_in_rounds() {
        ask(ada, Map.of("question", "Who speaks for us?", "method", "SEATS", "seats", "2", "options", "Kim\nLou\nMo"));
        vote(ada, Map.of("rank-1", "1", "rank-2", "1"));
        assertThat(ada.status()).isEqualTo(422);
        assertThat(ada.text()).contains("Place 1 is given twice");
        vote(ada, Map.of("rank-1", "1", "rank-2", "2"));
        vote(ben, Map.of("rank-1", "1", "rank-3", "2"));
        vote(cleo, Map.of("rank-3", "1"));
        end();
        ada.get(at("decisions/1"));
        assertThat(ada.page().select(".rounds .won")).hasSize(2);
        assertThat(ada.text()).contains("elected in round 1");
    }

    @Test
    void votes_without_a_further_place_are_told_in_votes() {
        ask(ada, Map.of("question", "Who keeps the key?", "method", "SEATS", "seats", "1", "options", "Kim\nLou\nMo"));
        vote(ada, Map.of("rank-1", "1"));
        vote(ben, Map.of("rank-2", "1"));
        vote(cleo, Map.of("rank-3", "1"));
        end();
        assertThat(words(ada.get(at("decisions/1"))))
                .contains(
                        "Votes without a further place in the end: 2.", "a tie. The lot was drawn among", "and fell on")
                .doesNotContain("00,000");
    }

    @Test
    void hours_are_shared_out() {
        ask(
                ada,
                Map.of(
                        "question",
                        "What do we take up?",
                        "method",
                        "EQUAL_SHARES",
                        "budget",
                        "30",
                        "options",
                        "A bench | 10\nA well | 12,5 h\nA tower | 90"));
        vote(ada, Map.of("option-1", "yes", "option-2", "yes"));
        vote(ben, Map.of("option-1", "yes"));
        vote(cleo, Map.of("option-2", "yes"));
        end();
        assertThat(words(ada.get(at("decisions/1"))))
                .contains(
                        "Every voter could spend 10 h of the 30 h",
                        "A bench: chosen with 2 effective votes",
                        "as long as what is chosen fits the hours (up to the budget, add1)",
                        "--method equal-shares --completion add1");
    }

    @Test
    void what_is_taken_along_counts_as_it_was_counted() {
        ask(ada, Map.of("question", "Shall we?", "method", "SHOW_OF_HANDS"));
        vote(ada, Map.of("hand", "YES"));
        vote(ben, Map.of("hand", "ABSTAIN"));
        vote(cleo, Map.of("hand", "YES"));
        Browser onlooker = new Browser(port);
        onlooker.get(at("decisions/1/ballots.csv"));
        assertThat(onlooker.header("Content-Type")).startsWith("text/plain");
        assertThat(onlooker.header("Content-Disposition")).contains("decision-1.csv");
        BallotFile file = BallotFile.read("hands", onlooker.body().getBytes(StandardCharsets.UTF_8), null);
        assertThat(Majority.count(file.votes(), Quorum.NONE, Map.of(1, new Ratio(1, 1)))
                        .winners())
                .containsExactly(1);
        assertThat(onlooker.body()).contains("bin/mainline tally decision-1.csv --method majority");
        assertThat(onlooker.get(at("decisions/1/ballots.blt")).status()).isEqualTo(404);
        assertThat(onlooker.get(at("decisions/1/ballots.list")).body().lines()).hasSize(3);
    }

    @Test
    void a_stranger_finds_ballots_that_were_changed_afterwards() throws IOException {
        ask(ada, Map.of("question", "Shall we?", "method", "SHOW_OF_HANDS", "all-voted", "yes"));
        vote(ada, Map.of("hand", "YES"));
        vote(ben, Map.of("hand", "NO"));
        vote(cleo, Map.of("hand", "YES"));
        jobs.run("append-record");
        assertThat(strangersMisfits()).isEmpty();
        db.sql("alter table published_ballot disable trigger user").update();
        db.sql("update published_ballot set choice = 'yes' where choice = 'no'").update();
        db.sql("alter table published_ballot enable trigger user").update();
        assertThat(strangersMisfits())
                .containsExactly("DECISION-1: 1 of its ballots in the record are missing, and 1 published ones are"
                        + " not in the record");
    }

    private List<String> strangersMisfits() throws IOException {
        String address = "http://localhost:" + port + slug;
        try (Outbound outbound = Outbound.anywhere()) {
            ServedDecisions copy = new ServedDecisions(new ServedRecord(outbound, address), outbound, address);
            assertThat(new RecordCheck(null, null, List.of()).of(copy).problem())
                    .isEmpty();
            assertThat(copy.counted()).isEqualTo(1);
            return copy.misfits();
        }
    }

    @Test
    void a_temperature_check_binds_nobody() {
        ask(ada, Map.of("question", "A choir?", "method", "TEMPERATURE"));
        vote(ada, Map.of("degree", "5"));
        vote(ben, Map.of("degree", "4"));
        vote(cleo, Map.of("degree", "4"));
        end();
        assertThat(ada.get(at("decisions/1")).text()).contains("The middle answer is 4", "Most feel good about it");
    }

    @Test
    void what_is_typed_wrong_stays_and_is_said_beside_its_field() {
        ada.get(at("decisions/new"))
                .submit(
                        at("decisions"),
                        Map.of(
                                "question",
                                "",
                                "options",
                                "One\nOne",
                                "ends",
                                "at",
                                "at",
                                "soon",
                                "review",
                                "2020-01-01"));
        assertThat(ada.status()).isEqualTo(422);
        assertThat(ada.page().select("textarea[name=options]").text()).contains("One");
        assertThat(ada.text()).contains("Write a day and a time");
        ada.submit(at("decisions"), Map.of("question", "", "ends", "days", "options", "One\nOne"));
        assertThat(ada.text()).contains("Please fill this in", "Line 2: This option is there twice.");
    }

    @Test
    void changing_an_option_asks_everybody_again() {
        ask(ada, Map.of("question", "Which one?", "options", "Red bench\nGreen bench", "ends", "days"));
        vote(ben, Map.of("option-1", "yes"));
        assertThat(ben.get(at("decisions/1/amendment")).status()).isEqualTo(404);
        ada.get(at("decisions/1/amendment"));
        assertThat(ada.text()).contains("voids all ballots");
        ada.post(
                at("decisions/1/amendment"),
                with(hidden(ada, "option", "1"), Map.of("text", "Blue fence", "detail", "")));
        assertThat(ben.get(at("decisions/1")).text()).contains("Please vote again: this is round 2", "Blue fence");
        assertThat(ben.page().select("#ballot button.go").text()).isEqualTo("Vote");
    }

    private static Map<String, String> hidden(Browser browser, String name, String value) {
        return browser
                .page()
                .select("form:has(input[name=" + name + "][value=" + value + "]) input[type=hidden]")
                .stream()
                .collect(Collectors.toMap(field -> field.attr("name"), field -> field.val()));
    }

    @Test
    void its_asker_withdraws_it_or_says_what_follows() {
        ask(ada, Map.of("question", "Shall we?", "method", "SHOW_OF_HANDS"));
        ask(ada, Map.of("question", "Shall we not?", "method", "SHOW_OF_HANDS"));
        ada.get(at("decisions/2/withdrawal")).submit(at("decisions/2/withdrawal"), Map.of("reason", ""));
        assertThat(ada.status()).isEqualTo(422);
        ada.submit(at("decisions/2/withdrawal"), Map.of("reason", "Asked twice."));
        assertThat(ada.text()).contains("This question was withdrawn", "Asked twice.");
        for (Browser who : List.of(ada, ben, cleo)) vote(who, Map.of("hand", "YES"));
        end();
        assertThat(ben.get(at("decisions/1/statement")).status()).isEqualTo(404);
        ada.get(at("decisions/1/statement")).submit(at("decisions/1/statement"), Map.of("statement", "We **begin**."));
        assertThat(ada.page().select(".prose strong").text()).isEqualTo("begin");
    }

    @Test
    void onlookers_and_late_comers_read_and_are_told_why_they_do_not_vote() {
        ask(ada, Map.of("question", "Which?", "method", "RANKED", "options", "Red\nGreen"));
        int n = NEXT.incrementAndGet();
        people.create("Dov Lind", "dov" + n + "@vote.example", PASSWORD);
        Browser dov = signIn("dov" + n);
        assertThat(dov.get(at("decisions/1")).text()).contains("Members vote here");
        dov.get(at("join")).submit(at("membership"), Map.of());
        assertThat(dov.get(at("decisions/1")).text()).contains("You joined after this was asked");
        Browser onlooker = new Browser(port);
        assertThat(onlooker.get(at("decisions/1")).text()).contains("Take part");
        assertThat(onlooker.get(at("decisions/rules")).text()).contains("How we decide", "every member");
        assertThat(onlooker.get(at("decisions/new")).path()).startsWith("/join?community=");
        assertThat(onlooker.get(at("decisions/77")).status()).isEqualTo(404);
        assertThat(onlooker.get(at("decisions/1/ballots")).status()).isEqualTo(404);
    }

    @Test
    void hostile_words_and_sixty_options_stay_words() {
        String options = IntStream.rangeClosed(1, 59)
                        .mapToObj(i -> "Option " + i + " <b onclick=alert(1)>")
                        .collect(Collectors.joining("\n"))
                + "\nإحاطة من صفحة واحدة {0} ''${1}";
        ask(ada, Map.of("question", "<script>alert(1)</script> {0} '' %s", "options", options));
        assertThat(ada.page().select("h1").text()).isEqualTo("<script>alert(1)</script> {0} '' %s");
        assertThat(ada.page().select("main script, [onclick]")).isEmpty();
        vote(ada, Map.of("option-60", "yes", "option-1", "yes"));
        vote(ben, Map.of("option-60", "yes", "option-1", "yes"));
        vote(cleo, Map.of("option-60", "yes"));
        end();
        ada.get(at("decisions/1"));
        assertThat(ada.status()).isEqualTo(200);
        assertThat(ada.page().select(".verdict").text()).contains("{0} ''${1}");
        assertThat(ada.page().select("main script, [onclick]")).isEmpty();
        assertThat(ada.get(at("decisions/1/ballots")).text()).contains("<b onclick=alert(1)>");
    }
}
