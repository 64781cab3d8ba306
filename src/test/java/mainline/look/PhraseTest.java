package mainline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "it''s {0}",
                "{1} and {0}",
                "{0}{0}",
                "'{0}' quoted {1}",
                "{0,choice,1#one|1<{0} many} of {1}",
                "{0}",
                "",
                "{2} is missing"
            })
    void a_phrase_says_what_the_message_format_says(String pattern) {
        for (Object[] gaps : new Object[][] {{"a", "b"}, {1, "b"}, {1234567, 2.5}, {}})
            assertThat(said(pattern, gaps)).isEqualTo(format(pattern, gaps));
    }

    private static String said(String pattern, Object[] gaps) {
        try {
            return Phrase.of(pattern, Locale.ENGLISH).with(gaps);
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    private static String format(String pattern, Object[] gaps) {
        try {
            return new MessageFormat(pattern, Locale.ENGLISH).format(gaps);
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }
}
