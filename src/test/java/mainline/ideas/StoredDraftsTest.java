package mainline.ideas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import mainline.Frozen;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StoredDraftsTest {
    private static final DraftStore STORE = new DraftStore(Frozen.rows("ideas"), JsonMapper.shared());

    @Test
    void a_draft_is_read_as_it_was_stored() {
        assertThat(STORE.find(new Member(new CommunityId(1), new PersonId(21)), 1))
                .hasValue(new IdeaDraft(
                        1,
                        Map.of("title", "A shed for tools", "text", "So that nobody buys twice", "clause", "2"),
                        Instant.parse("2026-05-01T08:00:00Z")));
    }
}
