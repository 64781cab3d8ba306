package mainline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void one_number_is_written_as_it_is() {
        assertThat(Cursor.at(12)).hasToString("12");
        assertThat(Cursor.of("12")).isEqualTo(Cursor.at(12));
    }

    @Test
    void nothing_and_nought_are_the_start() {
        assertThat(Cursor.of("")).isEqualTo(Cursor.START);
        assertThat(Cursor.of("0")).isEqualTo(Cursor.START);
        assertThat(Cursor.of(Cursor.START.toString())).isEqualTo(Cursor.START);
        assertThat(Cursor.START.or(7)).isEqualTo(7);
    }

    @Test
    void several_numbers_come_back_as_they_went() {
        for (Cursor cursor : new Cursor[] {Cursor.at(3, 12), Cursor.at(-3, 12), Cursor.at(-3), Cursor.at(0, 0, 1)}) {
            assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
            assertThat(Cursor.of(cursor.toString())).isEqualTo(cursor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.2", "12345678901234567890", "%%%", "M", "MS4", "Lg", " 1", "1\u0000"})
    void what_is_no_cursor_leads_nowhere(String typed) {
        assertThatThrownBy(() -> Cursor.of(typed)).isInstanceOf(Missing.class);
    }

    @Test
    void what_is_longer_than_any_cursor_is_not_unpacked() {
        String whole = Base64.getUrlEncoder().encodeToString("1.2".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> Cursor.of(whole)).isInstanceOf(Missing.class);
    }
}
