package mainline.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.Notice;
import mainline.community.Visibility;
import mainline.decisions.Ballots;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Purpose;
import mainline.decisions.Question;
import mainline.decisions.RuleBook;
import mainline.decisions.Rules;
import mainline.decisions.Stage;
import mainline.ideas.Idea;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@MainlineTest
@RecordApplicationEvents
class CharterTest {
    private static final String STATEMENT = "We leave every street better than we found it.";

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Mission mission;
    private final Charters charters;
    private final Ratifications ratifications;
    private final Signatories signatories;
    private final Supersession supersession;
    private final Drift drift;
    private final Decisions decisions;
    private final Ballots ballots;
    private final RuleBook rules;
    private final Jobs jobs;
    private final TestClock clock;
    private final Village village;

    @LocalServerPort
    private int port;

    CharterTest(
            People people,
            Founding founding,
            Communities communities,
            Mission mission,
            Charters charters,
            Ratifications ratifications,
            Signatories signatories,
            Supersession supersession,
            Drift drift,
            Decisions decisions,
            Ballots ballots,
            RuleBook rules,
            Jobs jobs,
            TestClock clock,
            Village village) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.mission = mission;
        this.charters = charters;
        this.ratifications = ratifications;
        this.signatories = signatories;
        this.supersession = supersession;
        this.drift = drift;
        this.decisions = decisions;
        this.ballots = ballots;
        this.rules = rules;
        this.jobs = jobs;
        this.clock = clock;
        this.village = village;
    }

    @BeforeEach
    void gather() {
        clock.advance(Duration.ofDays(2));
    }

    private CommunityId here() {
        return village.community.id();
    }

    private CharterDraft draft(String name, String clause, @Nullable Rules wanted) {
        return new CharterDraft(name, "Bench by bench", STATEMENT, List.of(new Clause(1, clause)), wanted, "");
    }

    private Charter propose(Member by, String clause) {
        return charters.propose(by, charters.current(here()).version(), draft(village.community.name(), clause, null));
    }

    private Decision putToTheVote(Charter charter) {
        return ratifications.open(
                village.ben, charter.version(), "Shall version " + charter.version() + " hold?", "", 0, 3);
    }

    private void vote(Decision decision, Ballot.Hand... hands) {
        List<Member> members = List.of(village.ada, village.ben, village.cleo, village.dov);
        for (int i = 0; i < hands.length; i++)
            ballots.cast(members.get(i), decision.subject(), hands[i], "", ballots.nonce(decision));
        clock.advance(Duration.ofDays(4));
        jobs.run("decisions.close");
    }

    private Charter ratify(Charter charter) {
        vote(putToTheVote(charter), Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.ABSTAIN);
        return charters.find(here(), charter.version()).orElseThrow();
    }

    private CharterStage stage(Charter charter) {
        return charters.find(charter.subject().community(), charter.version())
                .orElseThrow()
                .stage();
    }

    @Test
    void the_members_ratify_the_founders_draft_and_nobody_publishes_alone_any_more() {
        Charter ratified = ratify(charters.current(here()));
        assertThat(ratified.stage()).isInstanceOf(CharterStage.Ratified.class);
        assertThat(mission.mayPublish(here(), village.ada.person())).isFalse();
        assertThatThrownBy(() -> mission.revise(village.ada, 1, "Mine alone.", List.of(new Clause(1, "Mine."))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void what_is_proposed_holds_only_when_it_is_ratified() {
        ratify(charters.current(here()));
        Charter proposed = propose(village.cleo, "Streets first.");
        assertThat(mission.clause(here(), 1).orElseThrow().text()).isEqualTo(STATEMENT);
        ratify(proposed);
        assertThat(mission.clause(here(), 1).orElseThrow().text()).isEqualTo("Streets first.");
        assertThat(charters.find(here(), 1).orElseThrow().stage()).isInstanceOf(CharterStage.Superseded.class);
    }

    @Test
    void who_may_read_is_the_founders_to_say_until_a_vote_and_the_members_from_then_on() {
        mission.show(village.ada, Visibility.MEMBERS);
        assertThatThrownBy(() -> mission.show(village.ben, Visibility.EVERYBODY))
                .isInstanceOf(Refused.class);
        ratify(charters.current(here()));
        assertThatThrownBy(() -> mission.show(village.ada, Visibility.EVERYBODY))
                .isInstanceOf(Refused.class);
        Browser onlooker = new Browser(port);
        assertThat(onlooker.ask("/" + village.community.slug()).status()).isEqualTo(404);
        CharterDraft opening = new CharterDraft(
                village.community.name(),
                "",
                STATEMENT,
                List.of(new Clause(1, STATEMENT)),
                null,
                Visibility.EVERYBODY,
                "");
        Charter proposed = charters.propose(village.cleo, 1, opening);
        assertThat(proposed.visibility()).isEqualTo(Visibility.EVERYBODY);
        ratify(proposed);
        assertThat(onlooker.get("/" + village.community.slug() + "/record").text())
                .contains("The clock opened " + village.community.name() + " to everybody");
        assertThat(onlooker.get("/" + village.community.slug() + proposed.path().replaceFirst("^", "/"))
                        .text())
                .contains("Who may read it");
    }

    @Test
    void a_version_turned_down_stays_readable_and_changes_nothing() {
        Charter proposed = propose(village.cleo, "Streets last.");
        vote(putToTheVote(proposed), Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.NO);
        assertThat(stage(proposed)).isInstanceOf(CharterStage.TurnedDown.class);
        assertThat(mission.version(here(), proposed.version()).orElseThrow().textOf(1))
                .isEqualTo("Streets last.");
        assertThat(mission.current(here()).version()).isEqualTo(1);
    }

    @Test
    void the_same_text_is_not_put_again_soon_after_a_no() {
        Charter proposed = propose(village.cleo, "Streets last.");
        vote(putToTheVote(proposed), Ballot.Hand.NO, Ballot.Hand.NO);
        Charter again = propose(village.cleo, "Streets last.");
        assertThatThrownBy(() -> putToTheVote(again)).isInstanceOf(Refused.class);
    }

    @Test
    void one_version_is_voted_on_at_a_time_however_many_are_put_at_once() throws Exception {
        Charter one = propose(village.cleo, "One way.");
        Charter other = propose(village.dov, "The other way.");
        List<Callable<Object>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Charter charter = i % 2 == 0 ? one : other;
            tries.add(() -> {
                try {
                    return putToTheVote(charter);
                } catch (Refused refused) {
                    return refused;
                }
            });
        }
        int opened = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Object> done : threads.invokeAll(tries)) if (done.get() instanceof Decision) opened++;
        }
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void a_version_written_on_one_that_no_longer_holds_is_written_anew_first() {
        Charter one = propose(village.cleo, "One way.");
        Charter other = propose(village.dov, "The other way.");
        ratify(one);
        assertThat(stage(other)).isEqualTo(new CharterStage.Proposed(true));
        assertThatThrownBy(() -> putToTheVote(other)).isInstanceOf(Refused.class);
    }

    @Test
    void after_the_first_month_it_is_talked_about_for_days_before_the_ballot_opens() {
        assertThat(ratifications.usualTalkDays(here())).isZero();
        clock.advance(Duration.ofDays(40));
        assertThat(ratifications.usualTalkDays(here())).isEqualTo(3);
        Charter charter = propose(village.cleo, "In earnest.");
        Decision vote = ratifications.open(village.ben, charter.version(), "Shall it hold?", "", 3, 2);
        assertThat(vote.stage()).isInstanceOf(Stage.Announced.class);
        assertThat(vote.ends()).isAfterOrEqualTo(vote.ballotOpens().plus(Duration.ofDays(2)));
        assertThat(stage(charter)).isInstanceOf(CharterStage.InRatification.class);
        clock.advance(Duration.ofDays(3));
        jobs.run("decisions.open");
        vote(vote, Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.YES);
        assertThat(stage(charter)).isInstanceOf(CharterStage.Ratified.class);
    }

    @Test
    void a_vote_taken_back_frees_the_way_for_another() {
        Charter one = propose(village.cleo, "One way.");
        Decision vote = putToTheVote(one);
        decisions.withdraw(village.ben, vote.subject(), "Too early.");
        assertThat(stage(one)).isEqualTo(new CharterStage.Proposed(false));
        ratifications.open(village.ben, one.version(), "Once more: shall it hold?", "", 0, 3);
        assertThat(stage(one)).isInstanceOf(CharterStage.InRatification.class);
    }

    @Test
    void whoever_joined_today_cannot_put_it_to_the_vote() {
        Member newcomer = new Member(
                here(),
                people.bring("Eve Late", "eve" + here().value() + "@example.org")
                        .id());
        communities.join(here(), newcomer.person());
        assertThatThrownBy(() -> ratifications.open(newcomer, 1, "Shall it hold?", "", 0, 3))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_community_of_one_can_ratify() {
        Community alone = founding.found("Alone " + here().value(), "", "UTC", "I begin.", village.ada.person());
        clock.advance(Duration.ofDays(2));
        Member founder = new Member(alone.id(), village.ada.person());
        Decision vote = ratifications.open(founder, 1, "Shall it hold?", "", 0, 3);
        ballots.cast(founder, vote.subject(), Ballot.Hand.YES, "", ballots.nonce(vote));
        jobs.run("decisions.close");
        assertThat(charters.current(alone.id()).stage()).isInstanceOf(CharterStage.Ratified.class);
    }

    @Test
    void name_tagline_and_rules_change_by_the_same_vote() {
        Rules usual = rules.current(here());
        Map<String, String> fields = new HashMap<>(RuleFields.values(usual));
        fields.put("rule-quorumFactor", "2");
        fields.put("rule-barredDays", "30");
        Rules wanted = RuleFields.read(fields, usual, new Refused.Check());
        String name = "Menders of " + village.community.slug();
        ratify(charters.propose(village.cleo, 1, draft(name, STATEMENT, wanted)));
        Community after = communities.find(here()).orElseThrow();
        assertThat(after.name()).isEqualTo(name);
        assertThat(after.tagline()).isEqualTo("Bench by bench");
        assertThat(rules.current(here()).thresholds().quorumFactor()).isEqualByComparingTo(new BigDecimal("2"));
        assertThat(rules.current(here()).waits().barredDays()).isEqualTo(30);
        assertThat(new Browser(port)
                        .ask("/" + village.community.slug() + "/mission")
                        .header("Location"))
                .isEqualTo("/" + after.slug() + "/mission");
    }

    @Test
    void clauses_keep_their_numbers_and_none_is_given_twice() {
        assertThat(withFurther("Second.").text().clauses().getLast().number()).isEqualTo(2);
        assertThat(withFurther("Another.").text().clauses().getLast().number()).isEqualTo(3);
    }

    private Charter withFurther(String clause) {
        List<Clause> clauses = List.of(new Clause(1, STATEMENT), new Clause(0, clause));
        return charters.propose(
                village.cleo, 1, new CharterDraft(village.community.name(), "", STATEMENT, clauses, null, ""));
    }

    @Test
    void authors_hear_that_a_clause_they_cite_has_changed_and_say_whether_it_still_fits(ApplicationEvents events) {
        Idea idea = village.anOpenIdea();
        ratify(propose(village.cleo, "Streets first."));
        jobs.run("mission.superseded");
        assertThat(events.stream(Notice.class)
                        .filter(notice -> notice.subject().equals(idea.subject())
                                && notice.text().key().equals("mission.superseded.notice")))
                .hasSize(1);
        Supersession.Change change = supersession.changes(here()).getFirst();
        assertThat(supersession.citing(here(), change, 0, 10).items())
                .extracting(Citation::title)
                .containsExactly(idea.title());
        assertThatThrownBy(() -> supersession.cite(village.ben, idea.subject(), 1))
                .isInstanceOf(Refused.class);
        supersession.cite(village.ada, idea.subject(), 1);
        assertThat(supersession.citing(here(), change, 0, 10).items()).isEmpty();
    }

    @Test
    void a_clause_that_nothing_began_to_serve_for_a_year_has_drifted() {
        assertThat(drift.neglected(here())).hasSize(1);
        village.anOpenIdea();
        assertThat(drift.neglected(here())).isEmpty();
        clock.advance(Duration.ofDays(400));
        assertThat(drift.neglected(here())).hasSize(1);
    }

    @Test
    void a_question_serves_its_clause_until_it_is_withdrawn() {
        Question question = Question.of(
                "Shall we mend the pier?", Method.SHOW_OF_HANDS, clock.instant().plus(Duration.ofDays(5)));
        decisions.open(village.ada, question.serving(new Purpose(0, "")));
        assertThat(drift.neglected(here())).hasSize(1);
        Subject asked = decisions
                .open(village.ada, question.serving(new Purpose(1, "It mends a place.")))
                .subject();
        assertThat(drift.neglected(here())).isEmpty();
        decisions.withdraw(village.ada, asked, "Asked too early.");
        assertThat(drift.neglected(here())).hasSize(1);
    }

    @Test
    void members_put_their_names_to_what_was_ratified_and_take_them_back() {
        assertThatThrownBy(() -> signatories.sign(village.dov, 1)).isInstanceOf(Refused.class);
        ratify(charters.current(here()));
        signatories.sign(village.dov, 1);
        signatories.sign(village.dov, 1);
        signatories.sign(village.ben, 1);
        assertThat(signatories.count(here(), 1)).isEqualTo(2);
        signatories.takeBack(village.dov, 1);
        assertThat(signatories.list(here(), 1, 0, 10).items()).containsExactly(village.ben.person());
    }

    @Test
    void rules_are_rehearsed_before_they_are_changed() {
        vote(putToTheVote(charters.current(here())), Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.NO);
        Rules usual = rules.current(here());
        Map<String, String> fields = new HashMap<>(RuleFields.values(usual));
        fields.put("rule-missionRatio", "4");
        Rules stricter = RuleFields.read(fields, usual, new Refused.Check());
        assertThat(rules.rehearse(here(), stricter)).hasSize(1);
        Charter proposed = charters.propose(village.cleo, 1, draft(village.community.name(), STATEMENT, stricter));
        String page = new Browser(port)
                .get("/" + village.community.slug() + "/mission/versions/" + proposed.version() + "/rehearsal")
                .text();
        assertThat(page).contains("1 decision would have gone otherwise", "Shall version 1 hold?", "nothing changes");
    }

    @Test
    void a_rule_beyond_its_bounds_is_refused_beside_its_field() {
        Map<String, String> fields = new HashMap<>(RuleFields.values(Rules.usual()));
        fields.put("rule-shortestHours", "1");
        fields.put("rule-quorumFactor", "many");
        Refused.Check check = new Refused.Check();
        RuleFields.read(fields, Rules.usual(), check);
        assertThatThrownBy(check::orRefuse)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .containsOnlyKeys("rule-shortestHours", "rule-quorumFactor"));
    }
}
