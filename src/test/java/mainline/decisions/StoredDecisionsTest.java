package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.Frozen;
import mainline.kernel.Reason;
import mainline.tally.Ballot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredDecisionsTest {
    private static final String RULES_1 = Frozen.text("decisions/rules-1.json");
    private static final String RULES_2 = Frozen.text("decisions/rules-2.json");
    private static final Rules RULES = new Rules(
            Map.of(Method.SEATS, 1, Method.RANKED, 1),
            Map.of(Method.SEATS, 0),
            0,
            new BigDecimal("2"),
            2,
            4,
            1,
            24,
            10,
            24,
            48,
            14,
            3,
            30,
            60,
            0,
            Completion.EXHAUSTIVE);
    private static final Terms TERMS = new Terms(0, 4, 3, 1, 40_000_000_000L, 4, 14, Completion.EXHAUSTIVE);

    @Test
    void rules_from_before_there_was_a_choice_of_completion_are_read() {
        Map<Method, Integer> vote = new EnumMap<>(Rules.usual().mayVote());
        vote.put(Method.CONSENT, 1);
        assertThat(RulesCodec.read(RULES_1))
                .isEqualTo(new Rules(
                        Rules.usual().mayOpen(),
                        vote,
                        1,
                        new BigDecimal("1.50"),
                        1,
                        3,
                        3,
                        96,
                        5,
                        24,
                        72,
                        60,
                        7,
                        90,
                        180,
                        60,
                        Completion.ADD1));
    }

    @Test
    void rules_are_read_as_they_were_stored() {
        assertThat(RulesCodec.read(RULES_2)).isEqualTo(RULES);
        assertThat(RulesCodec.read(RulesCodec.write(RULES))).isEqualTo(RULES);
        assertThat(RulesCodec.read(RulesCodec.write(Rules.usual()))).isEqualTo(Rules.usual());
    }

    @Test
    void rules_that_are_not_understood_are_an_error_that_names_it() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RulesCodec.read(RULES_2.replace("EXHAUSTIVE", "UTILITARIAN")))
                .withMessage("no Completion is stored as UTILITARIAN");
        assertThatIllegalStateException()
                .isThrownBy(() -> RulesCodec.read(RULES_2.replace("RANKED", "BORDA")))
                .withMessage("no Method is stored as BORDA");
        assertThatIllegalStateException()
                .isThrownBy(() -> RulesCodec.read(RULES_2.replace("lazyHours", "idleHours")))
                .withMessage("stored rules with lazyHours = null");
        assertThatIllegalStateException()
                .isThrownBy(() -> RulesCodec.read(RULES_2.replace("{\"ratio\"", "{\"veto\": 1, \"ratio\"")))
                .withMessage("stored rules with unknown [veto]");
    }

    @Test
    void terms_from_before_there_was_a_choice_of_completion_are_read() {
        assertThat(TermsCodec.read(Frozen.text("decisions/terms-1.json")))
                .isEqualTo(new Terms(5, 1, 0, 2, 160, 0, 7, Completion.ADD1));
    }

    @Test
    void terms_are_read_as_they_were_stored() {
        assertThat(TermsCodec.read(Frozen.text("decisions/terms-2.json"))).isEqualTo(TERMS);
        assertThat(TermsCodec.read(TermsCodec.write(TERMS))).isEqualTo(TERMS);
    }

    @Test
    void a_sentence_is_read_as_it_was_stored() {
        Reason sentence = Reason.of("decision.outcome.shares", "A path, A bench", 2, 7.25, 40.0);
        assertThat(SentenceCodec.read(Frozen.text("decisions/sentence-1.json"))).isEqualTo(sentence);
        assertThat(SentenceCodec.read(SentenceCodec.write(sentence))).isEqualTo(sentence);
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
        assertThat(BallotCodec.read(Method.APPROVAL, "1,3")).isEqualTo(new Ballot.Approvals(Set.of(1, 3)));
        assertThat(BallotCodec.read(Method.RANKED, "2>1=3"))
                .isEqualTo(new Ballot.Ranking(List.of(Set.of(2), Set.of(1, 3))));
        assertThat(BallotCodec.read(Method.SEATS, "")).isEqualTo(new Ballot.Ranking(List.of()));
    }
}
