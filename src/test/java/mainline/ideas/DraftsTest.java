package mainline.ideas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import mainline.MainlineTest;
import mainline.Village;
import mainline.kernel.Refused;
import org.junit.jupiter.api.Test;

@MainlineTest
class DraftsTest {
    private final Drafts drafts;
    private final Village village;

    DraftsTest(Drafts drafts, Village village) {
        this.drafts = drafts;
        this.village = village;
    }

    private Map<String, String> kept(long draft) {
        return drafts.find(village.ada, draft).orElseThrow().fields();
    }

    @Test
    void a_draft_keeps_what_was_typed_and_not_what_the_form_needs() {
        long draft = drafts.keep(
                village.ada, 0, Map.of("title", "Shade", "text", " ", "_csrf", "x", "_method", "put", "draft", "0"));
        assertThat(kept(draft)).isEqualTo(Map.of("title", "Shade"));
    }

    @Test
    void a_draft_is_gone_on_with_under_the_same_number() {
        long draft = drafts.keep(village.ada, 0, Map.of("title", "Shade"));
        assertThat(drafts.keep(village.ada, draft, Map.of("title", "Shade everywhere")))
                .isEqualTo(draft);
        assertThat(kept(draft)).containsEntry("title", "Shade everywhere");
        assertThat(drafts.of(village.ada)).hasSize(1);
    }

    @Test
    void nobody_reads_writes_or_drops_the_draft_of_another() {
        long draft = drafts.keep(village.ada, 0, Map.of("title", "Shade"));
        assertThat(drafts.find(village.ben, draft)).isEmpty();
        assertThat(drafts.keep(village.ben, draft, Map.of("title", "Mine"))).isNotEqualTo(draft);
        drafts.drop(village.ben, draft);
        assertThat(kept(draft)).containsEntry("title", "Shade");
        drafts.drop(village.ada, draft);
        assertThat(drafts.of(village.ada)).isEmpty();
    }

    @Test
    void who_has_many_drafts_goes_on_with_one_of_them_or_drops_one() {
        long first = drafts.keep(village.ada, 0, Map.of("title", "No. 1"));
        for (int n = 2; n <= Drafts.MOST; n++) drafts.keep(village.ada, 0, Map.of("title", "No. " + n));
        assertThatThrownBy(() -> drafts.keep(village.ada, 0, Map.of("title", "One more")))
                .isInstanceOf(Refused.class);
        assertThat(drafts.keep(village.ada, first, Map.of("title", "Still here")))
                .isEqualTo(first);
        drafts.drop(village.ada, first);
        assertThat(drafts.keep(village.ada, 0, Map.of("title", "Room again"))).isPositive();
    }

    @Test
    void a_draft_that_no_database_holds_is_refused() {
        assertThatThrownBy(() -> drafts.keep(village.ada, 0, Map.of("text", "a\0b")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drafts.keep(village.ada, 0, Map.of("text", "x".repeat(100_001))))
                .isInstanceOf(Refused.class);
    }
}
