package mainline.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mainline.Frozen;
import mainline.community.Visibility;
import mainline.decisions.Completion;
import mainline.decisions.Method;
import mainline.decisions.Rules;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.junit.jupiter.api.Test;

class StoredCharterTest {
    private static final CommunityId COMMUNITY = new CommunityId(1);
    private static final MissionStore STORE = new MissionStore(Frozen.rows("community", "mission"));

    @Test
    void a_mission_from_before_there_were_charters_is_read() {
        assertThat(STORE.version(COMMUNITY, 1))
                .hasValue(new Charter(
                        Charter.subject(COMMUNITY, 1),
                        new MissionText(
                                1,
                                "We look after the harbour.",
                                List.of(new Clause(1, "We repair before we buy.")),
                                Instant.parse("2026-01-01T08:00:00Z"),
                                new PersonId(21)),
                        "Harbour",
                        "",
                        null,
                        null,
                        0,
                        "",
                        new CharterStage.Superseded()));
    }

    @Test
    void a_charter_from_before_there_was_a_choice_of_completion_and_readers_is_read() {
        assertThat(STORE.current(COMMUNITY))
                .hasValue(new Charter(
                        Charter.subject(COMMUNITY, 2),
                        new MissionText(
                                2,
                                "We look after the harbour and its birds.",
                                List.of(
                                        new Clause(1, "We repair before we buy."),
                                        new Clause(2, "We leave the reeds alone.")),
                                Instant.parse("2026-05-01T08:00:00Z"),
                                new PersonId(22)),
                        "Harbour",
                        "Boats and birds",
                        Rules.usual(),
                        null,
                        1,
                        "The birds were here first.",
                        new CharterStage.Ratified(decision(6), Instant.parse("2026-05-05T08:00:00Z"))));
    }

    @Test
    void a_charter_is_read_as_it_was_stored() {
        Rules rules = new Rules(
                new Rules.Levels(Map.of(Method.SEATS, 1, Method.RANKED, 1), Map.of(Method.SEATS, 0), 0, true),
                new Rules.Thresholds(new BigDecimal("2"), 2, 4, 1, Completion.EXHAUSTIVE),
                new Rules.Windows(24, 10, 24, 48, 14),
                new Rules.Waits(3, 30, 60, 0, 3));
        assertThat(STORE.version(COMMUNITY, 3))
                .hasValue(new Charter(
                        Charter.subject(COMMUNITY, 3),
                        new MissionText(
                                3,
                                "We look after the harbour and its birds.",
                                List.of(),
                                Instant.parse("2026-11-01T08:00:00Z"),
                                new PersonId(21)),
                        "Harbour",
                        "",
                        rules,
                        Visibility.MEMBERS,
                        2,
                        "",
                        new CharterStage.TurnedDown(decision(7), Instant.parse("2026-11-05T08:00:00Z"))));
    }

    private static Subject decision(long number) {
        return new Subject(COMMUNITY, Subject.Kind.DECISION, number);
    }
}
