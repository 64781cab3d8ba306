package mainline.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WrittenTest {
    @Test
    void a_text_is_read_in_what_it_is_written_in() {
        Charset old = Charset.forName("windows-1252");
        assertThat(Written.of("Café 会议".getBytes(StandardCharsets.UTF_8), false))
                .isEqualTo(new Written("Café 会议", "", true));
        assertThat(Written.of("\ufeff# Café".getBytes(StandardCharsets.UTF_8), false)
                        .text())
                .isEqualTo("# Café");
        assertThat(Written.of("Café “naïve” – €".getBytes(old), false))
                .isEqualTo(new Written("Café “naïve” – €", "windows-1252", true));
        assertThat(Written.of("\ufeffCafé".getBytes(StandardCharsets.UTF_16LE), false))
                .isEqualTo(new Written("Café", "UTF-16", true));
        assertThat(Written.of("Café".getBytes(StandardCharsets.UTF_16), false))
                .isEqualTo(new Written("Café", "UTF-16", true));
        assertThat(Written.of("a \ufffd b".getBytes(StandardCharsets.UTF_8), false)
                        .whole())
                .isTrue();
    }

    @Test
    void a_letter_that_is_broken_or_cut_off_spoils_no_others() {
        byte[] long_ = "äöü ".repeat(10).concat("ß").getBytes(StandardCharsets.UTF_8);
        Written cut = Written.of(Arrays.copyOf(long_, long_.length - 1), true);
        assertThat(cut).isEqualTo(new Written("äöü ".repeat(10), "", true));
        byte[] broken = long_.clone();
        broken[0] = (byte) 0xE4;
        Written read = Written.of(broken, false);
        assertThat(read.encoding()).isEmpty();
        assertThat(read.whole()).isFalse();
        assertThat(read.text()).contains("öü äöü");
    }
}
