package mainline.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainline.Frozen;
import mainline.community.Why;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class StoredNoticesTest {
    private static final PersonId PERSON = new PersonId(21);
    private static final JdbcClient ROWS = Frozen.rows("notices");
    private static final NoticeStore STORE = new NoticeStore(ROWS, JsonMapper.shared());

    @Test
    void notices_are_read_as_they_were_stored() {
        assertThat(STORE.of(PERSON, Long.MAX_VALUE, 9))
                .containsExactly(
                        told(
                                4,
                                Subject.Kind.CHANGE,
                                7,
                                Reason.of("change.told.waits.REVIEW", 3, "Tools"),
                                "2026-11-03T08:00:00Z",
                                false),
                        told(
                                3,
                                Subject.Kind.AREA,
                                0,
                                Reason.of("term.told.ends", Reason.of("steward.whole"), LocalDate.of(2026, 12, 31)),
                                "2026-11-02T08:00:00Z",
                                false),
                        told(
                                2,
                                Subject.Kind.DECISION,
                                5,
                                Reason.of(
                                        "decision.told.ends",
                                        Reason.of("decision.told.again", "May the shed be moved?"),
                                        Instant.parse("2026-11-08T08:00:00Z")),
                                "2026-11-01T08:00:00Z",
                                false),
                        told(
                                1,
                                Subject.Kind.DECISION,
                                4,
                                Reason.of("decision.told.closed", "What shall we do first?"),
                                "2026-05-04T08:00:00Z",
                                true));
    }

    @Test
    void the_ways_a_person_chose_are_read_as_they_were_stored() {
        assertThat(new WaysStore(ROWS).of(List.of(PERSON)).get(PERSON))
                .isEqualTo(Ways.USUAL.speaking(Locale.of("es")).mailing(false, Ways.Digest.NEVER));
    }

    private static Told told(long id, Subject.Kind kind, long number, Reason text, String at, boolean seen) {
        Subject subject = new Subject(new CommunityId(1), kind, number);
        return new Told(id, Why.ANSWERED, subject, subject, text, Instant.parse(at), seen);
    }
}
