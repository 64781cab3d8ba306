package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import mainline.Frozen;
import mainline.kernel.CommunityId;
import mainline.kernel.Reason;
import org.junit.jupiter.api.Test;

class StoredRosterTest {
    private static final AreaStore STORE = new AreaStore(Frozen.rows("handbook"));

    @Test
    void why_a_file_does_not_count_is_read_as_it_was_stored() {
        assertThat(STORE.counting(new CommunityId(1)))
                .map(AreaStore.Counting::broken)
                .hasValueSatisfying(broken -> {
                    assertThat(broken).isEqualTo(new Roster.Broken(7, Flaw.NUMBER_ODD, List.of("approvals", "0", "9")));
                    assertThat(broken.reason()).isEqualTo(Reason.of("stewards.file.number-odd", "approvals", "0", "9"));
                });
    }

    @Test
    void a_flaw_that_is_not_known_is_an_error_that_names_it() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Flaw.CODES.read("stewards.file.upside-down"))
                .withMessage("no Flaw is stored as stewards.file.upside-down");
    }
}
