package mainline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import mainline.Frozen;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StoredActsTest {
    private static final CommunityId COMMUNITY = new CommunityId(1);
    private static final RecordStore STORE = new RecordStore(Frozen.rows("record"), JsonMapper.shared());

    @Test
    void acts_of_the_first_release_are_read() {
        assertThat(STORE.find(COMMUNITY, 1))
                .hasValue(entry(
                        1,
                        "2026-05-01T08:00:00Z",
                        "idea.published",
                        21L,
                        Subject.Kind.IDEA,
                        12,
                        Map.of("title", "A shed for tools")));
        assertThat(STORE.find(COMMUNITY, 2))
                .hasValue(entry(
                        2,
                        "2026-05-04T08:00:00Z",
                        "decision.closed",
                        null,
                        Subject.Kind.DECISION,
                        4,
                        Map.of(
                                "title",
                                "What shall we do first?",
                                "passed",
                                "true",
                                "winners",
                                "[1, 2]",
                                "voted",
                                "6",
                                "digest",
                                "00ff",
                                "ballots",
                                "aa bb")));
        assertThat(STORE.find(COMMUNITY, 3))
                .hasValue(entry(
                        3,
                        "2026-05-05T08:00:00Z",
                        "project.started",
                        21L,
                        Subject.Kind.PROJECT,
                        3,
                        Map.of("title", "Shed", "note", "", "day", "2026-12-20")));
    }

    private static Entry entry(
            long id,
            String at,
            String verb,
            @Nullable Long by,
            Subject.Kind kind,
            long number,
            Map<String, String> facts) {
        PersonId person = by == null ? null : new PersonId(by);
        return new Entry(
                id, Instant.parse(at), Act.done(verb, person, new Subject(COMMUNITY, kind, number), facts), false);
    }
}
