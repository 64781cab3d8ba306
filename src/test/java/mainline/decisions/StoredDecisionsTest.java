package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.Frozen;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.platform.Memory;
import mainline.tally.Ballot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredDecisionsTest {
    private static final CommunityId COMMUNITY = new CommunityId(1);
    private static final JdbcClient SQL = Frozen.rows("decisions");
    private static final WordingStore WORDINGS = new WordingStore(SQL);
    private static final DecisionStore STORE =
            new DecisionStore(SQL, WORDINGS, new AskedStore(SQL, WORDINGS), new ClockStore(SQL), new Memory());
    private static final String STORED = SQL.sql("select rules from decision_rules where community_id = 2")
            .query(String.class)
            .single();
    private static final Rules RULES = new Rules(
            new Rules.Levels(Map.of(Method.SEATS, 1, Method.RANKED, 1), Map.of(Method.SEATS, 0), 0, true),
            new Rules.Thresholds(new BigDecimal("2"), 2, 4, 1, Completion.EXHAUSTIVE),
            new Rules.Windows(24, 10, 24, 48, 14),
            new Rules.Waits(3, 30, 60, 0, 3));
    private static final Terms TERMS =
            new Terms(0, 4, 3, 1, 40_000_000_000L, 4, 14, Completion.EXHAUSTIVE, 0, null, null);

    private static final Reason SENTENCE = Reason.of("decision.outcome.shares", "A path, A bench", 2, 7.25, 40.0);

    @Test
    void rules_from_before_there_was_a_choice_of_completion_are_read() {
        Map<Method, Integer> vote = new EnumMap<>(Rules.usual().levels().votes());
        vote.put(Method.CONSENT, 1);
        assertThat(new RuleStore(SQL).current(COMMUNITY))
                .hasValue(new Rules(
                        new Rules.Levels(Rules.usual().levels().opens(), vote, 1, true),
                        new Rules.Thresholds(new BigDecimal("1.50"), 1, 3, 3, Completion.ADD1),
                        new Rules.Windows(96, 5, 24, 72, 60),
                        new Rules.Waits(7, 90, 180, 60, 3)));
    }

    @Test
    void rules_are_read_as_they_were_stored() {
        assertThat(new RuleStore(SQL).current(new CommunityId(2))).hasValue(RULES);
        assertThat(RulesCodec.read(RulesCodec.write(RULES))).isEqualTo(RULES);
        assertThat(RulesCodec.read(RulesCodec.write(Rules.usual()))).isEqualTo(Rules.usual());
    }

    @Test
    void rules_say_for_how_long_the_mission_is_talked_about_as_they_were_stored() {
        String stored = STORED.replace("{\"ratio\"", "{\"talkDays\": 5, \"ratio\"");
        assertThat(RulesCodec.read(stored).waits().talkDays()).isEqualTo(5);
        assertThat(RulesCodec.read(RulesCodec.write(RulesCodec.read(stored)))
                        .waits()
                        .talkDays())
                .isEqualTo(5);
    }

    @Test
    void a_roll_that_had_a_row_for_each_person_is_read() {
        BallotStore ballots = new BallotStore(SQL);
        Subject vote = new Subject(COMMUNITY, Subject.Kind.DECISION, 4);
        assertThat(ballots.roll(vote, 0, 10)).containsExactly(new PersonId(21), new PersonId(22));
        assertThat(ballots.isOnRoll(vote, 0, new PersonId(22))).isTrue();
        assertThat(ballots.isOnRoll(vote, 0, new PersonId(23))).isFalse();
    }

    @Test
    void rules_that_are_not_understood_are_an_error_that_names_it() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RulesCodec.read(STORED.replace("EXHAUSTIVE", "UTILITARIAN")))
                .withMessage("no Completion is stored as UTILITARIAN");
        assertThatIllegalStateException()
                .isThrownBy(() -> RulesCodec.read(STORED.replace("RANKED", "BORDA")))
                .withMessage("no Method is stored as BORDA");
        assertThatIllegalStateException()
                .isThrownBy(() -> RulesCodec.read(STORED.replace("lazyHours", "idleHours")))
                .withMessage("stored rules with lazyHours = null");
        assertThatIllegalStateException()
                .isThrownBy(() -> RulesCodec.read(STORED.replace("{\"ratio\"", "{\"veto\": 1, \"ratio\"")))
                .withMessage("stored rules with unknown [veto]");
    }

    @Test
    void a_decision_from_before_there_was_a_choice_of_completion_is_read() {
        PersonId asker = new PersonId(21);
        Instant opened = Instant.parse("2026-05-01T08:00:00Z");
        assertThat(STORE.find(subject(4)))
                .hasValue(new Decision(
                        subject(4),
                        new Subject(COMMUNITY, Subject.Kind.IDEA, 12),
                        null,
                        asker,
                        Method.EQUAL_SHARES,
                        new Decision.Wording(
                                1,
                                "What shall we do first?",
                                "",
                                List.of(
                                        new Choice(1, 1, "A path", "", 120, asker, opened),
                                        new Choice(2, 1, "A bench", "of oak", 40, asker, opened))),
                        new Decision.Window(
                                opened, Instant.parse("2026-05-04T08:00:00Z"), false, LocalDate.of(2026, 8, 1), null),
                        new Decision.Poll(true, 1, 9, 9, "f00d"),
                        new Terms(5, 1, 0, 2, 160, 0, 7, Completion.ADD1, 0, null, null),
                        new Stage.Closed(
                                Instant.parse("2026-05-04T08:00:03Z"),
                                true,
                                List.of(1, 2),
                                6,
                                SENTENCE,
                                "We begin in June.")));
    }

    @Test
    void a_decision_is_read_as_it_was_stored() {
        assertThat(STORE.find(subject(5)))
                .hasValue(new Decision(
                        subject(5),
                        null,
                        null,
                        new PersonId(22),
                        Method.CONSENT,
                        new Decision.Wording(1, "May the shed be moved?", "It is in the way.", List.of()),
                        new Decision.Window(
                                Instant.parse("2026-11-01T08:00:00Z"),
                                Instant.parse("2026-11-08T08:00:00Z"),
                                true,
                                null,
                                null),
                        new Decision.Poll(false, 2, 30, 30, "beef"),
                        TERMS,
                        new Stage.Withdrawn(Instant.parse("2026-11-02T08:00:00Z"), new PersonId(22), "It stays.")));
        assertThat(TermsCodec.read(TermsCodec.write(TERMS))).isEqualTo(TERMS);
        assertThat(SentenceCodec.read(SentenceCodec.write(SENTENCE))).isEqualTo(SENTENCE);
    }

    @Test
    void a_decision_whose_roll_has_grown_is_read_with_how_it_is_reckoned() {
        Decision grown = STORE.find(subject(6)).orElseThrow();
        assertThat(grown.poll()).isEqualTo(new Decision.Poll(false, 1, 4, 3, "cafe"));
        assertThat(grown.terms())
                .isEqualTo(new Terms(
                        3, 1, 0, 1, 0, 0, 7, Completion.ADD1, 0, null, new Reckoning(new BigDecimal("1.5"), 3)));
        assertThat(TermsCodec.read(TermsCodec.write(grown.terms()))).isEqualTo(grown.terms());
    }

    @Test
    void how_many_have_to_take_part_is_read_as_it_was_stored() {
        Decision percent = STORE.find(subject(7)).orElseThrow();
        assertThat(percent.terms().turnout()).isEqualTo(Turnout.ofPercent(40));
        assertThat(percent.leastTurnout()).isEqualTo(4);
        assertThat(TermsCodec.read(TermsCodec.write(percent.terms()))).isEqualTo(percent.terms());
        Terms people = STORE.find(subject(8)).orElseThrow().terms();
        assertThat(people.turnout()).isEqualTo(Turnout.ofPeople(6));
        assertThat(TermsCodec.read(TermsCodec.write(people))).isEqualTo(people);
    }

    @Test
    void how_many_dots_there_are_is_read_as_it_was_stored() {
        Decision dots = STORE.find(subject(9)).orElseThrow();
        assertThat(dots.method()).isEqualTo(Method.DOTS);
        assertThat(dots.terms().dots()).isEqualTo(5);
        assertThat(TermsCodec.read(TermsCodec.write(dots.terms()))).isEqualTo(dots.terms());
    }

    @Test
    void a_decision_that_is_announced_is_read_as_it_was_stored() {
        Decision announced = STORE.find(subject(10)).orElseThrow();
        Instant opens = Instant.parse("2026-12-04T08:00:00Z");
        assertThat(announced.stage()).isEqualTo(new Stage.Announced(opens));
        assertThat(announced.talk()).isEqualTo(new Talk(3, opens));
    }

    @Test
    void what_a_question_serves_is_read_as_it_was_stored() {
        assertThat(STORE.find(subject(11)).orElseThrow().purpose())
                .isEqualTo(new Purpose(2, "so that rain stops nobody"));
        assertThat(STORE.list(COMMUNITY, Which.ALL, 2, Long.MAX_VALUE, 9))
                .extracting(decision -> decision.subject().number())
                .containsExactly(11L);
    }

    @Test
    void the_same_question_is_known_again_by_what_was_stored_of_it() {
        Question question = Question.of("May the shed be moved?", Method.CONSENT, Instant.EPOCH)
                .about(new Subject(COMMUNITY, Subject.Kind.IDEA, 12));
        assertThat(Asking.normal(question))
                .isEqualTo("9d72d286f246efc5437d7ce8411ef03dffb98ddf832034601653fa8a5d9256ba");
    }

    private static Subject subject(long number) {
        return new Subject(COMMUNITY, Subject.Kind.DECISION, number);
    }

    @ParameterizedTest
    @EnumSource
    void methods_are_called_in_the_tables_as_ever(Method method) {
        assertThat(Frozen.text("decisions/methods.txt").lines()).containsOnlyOnce(StoredCodes.METHODS.of(method));
    }

    @Test
    void ballots_are_read_as_they_were_stored() {
        assertThat(BallotCodec.read(Method.SHOW_OF_HANDS, "yes")).isEqualTo(Ballot.Hand.YES);
        assertThat(BallotCodec.read(Method.SHOW_OF_HANDS, "no")).isEqualTo(Ballot.Hand.NO);
        assertThat(BallotCodec.read(Method.SHOW_OF_HANDS, "abstain")).isEqualTo(Ballot.Hand.ABSTAIN);
        assertThat(BallotCodec.read(Method.TEMPERATURE, "4")).isEqualTo(new Ballot.Degree(4));
        assertThat(BallotCodec.read(Method.PLURALITY, "2")).isEqualTo(new Ballot.Pick(2));
        Ballot.Points points = new Ballot.Points(Map.of(1, 7, 3, 10));
        assertThat(BallotCodec.read(Method.SCORE, "1:7,3:10")).isEqualTo(points);
        assertThat(BallotCodec.read(Method.DOTS, "1:7,3:10")).isEqualTo(points);
        assertThat(BallotCodec.write(points)).isEqualTo("1:7,3:10");
        assertThat(BallotCodec.read(Method.SCORE, "")).isEqualTo(new Ballot.Points(Map.of()));
        assertThat(BallotCodec.read(Method.APPROVAL, "1,3")).isEqualTo(new Ballot.Approvals(Set.of(1, 3)));
        assertThat(BallotCodec.read(Method.RANKED, "2>1=3"))
                .isEqualTo(new Ballot.Ranking(List.of(Set.of(2), Set.of(1, 3))));
        assertThat(BallotCodec.read(Method.SEATS, "")).isEqualTo(new Ballot.Ranking(List.of()));
    }
}
