package mainline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void what_nobody_can_see_is_no_text() {
        for (String nothing : new String[] {
            "", " \t\n", "\u200B\u200D\uFEFF", "\u2800", "\u3164\u115F\u1160\uFFA0", "\u0000\u0007", "\u202E\u2066",
            "\u00AD\u034F", "\uFE0F", "\uFDD0", "\uD800", "\u00A0\u2003\u3000", "\uDB40\uDC41", "\uD834\uDD59"
        }) assertThat(Visible.in(nothing)).as(nothing).isFalse();
    }

    @Test
    void one_sign_of_any_script_is_enough() {
        for (String text : new String[] {"a", ".", "7", "\u0639", "\u0E01", "\u6C34", "\uD83C\uDF33", "\u200B\u200B-"})
            assertThat(Visible.in(text)).as(text).isTrue();
    }

    @Test
    void a_field_of_unseen_characters_is_refused_as_empty() {
        Refused.Check check = new Refused.Check().text("\u200B\u3164", "title", 100);
        assertThatThrownBy(check::orRefuse)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().get("title")).isEqualTo(Reason.of("form.missing")));
    }
}
