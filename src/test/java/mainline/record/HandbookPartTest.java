package mainline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.junit.jupiter.api.Test;

class HandbookPartTest {
    @Test
    void a_part_of_the_handbook_is_told_in_words() {
        assertThat(HandbookPart.words("/")).isEqualTo(Reason.of("steward.whole"));
        assertThat(HandbookPart.words("/meetings/**")).isEqualTo(Reason.of("steward.part.folder", "meetings"));
        assertThat(HandbookPart.words("/meetings")).isEqualTo(Reason.of("steward.part.folder", "meetings"));
        assertThat(HandbookPart.words("/policies/money.md"))
                .isEqualTo(Reason.of("steward.part.page", "policies/money"));
        assertThat(HandbookPart.words("/STEWARDS.yml")).isEqualTo(Reason.of("steward.part.file", "STEWARDS.yml"));
        assertThat(HandbookPart.words("/**/minutes-*.md"))
                .isEqualTo(Reason.of("steward.part.files", "**/minutes-*.md"));
        assertThat(HandbookPart.title("/meetings/**")).isEqualTo(Reason.of("steward.part.title.folder", "meetings"));
    }

    @Test
    void only_an_act_about_stewards_notes_a_part() {
        assertThat(HandbookPart.of(act("steward.confirmed", "/meetings/**")))
                .contains(Reason.of("steward.part.folder", "meetings"));
        assertThat(HandbookPart.of(act("idea.withdrawn", "/meetings/**"))).isEmpty();
        assertThat(HandbookPart.of(act("nomination.lapsed", "of its own"))).isEmpty();
    }

    private static Act act(String verb, String note) {
        Subject stewards = new Subject(new CommunityId(1), Subject.Kind.AREA, 0);
        return Act.done(verb, null, stewards, Map.of("title", "Ngozi", "note", note));
    }
}
