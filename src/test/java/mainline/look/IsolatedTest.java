package mainline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.text.MessageFormat;
import org.junit.jupiter.api.Test;

/** A sentence stays in its order, whoever's name is put into it. */
class IsolatedTest {
    private static String said(Object... gaps) {
        return new MessageFormat("{0} 3 comments, {1}.").format(Isolated.gaps(gaps));
    }

    @Test
    void a_number_beside_an_arabic_or_a_hebrew_name_keeps_its_place() {
        for (String name : new String[] {"ليلى حداد", "נועה לוי", "Dr. נועה"}) {
            String sentence = said(name, "today");
            Bidi order = new Bidi(sentence, Bidi.DIRECTION_LEFT_TO_RIGHT);
            assertThat(order.getLevelAt(sentence.indexOf('3'))).as(sentence).isZero();
            assertThat(order.getLevelAt(sentence.indexOf(','))).as(sentence).isZero();
        }
        String bare = "ליאת 3 comments";
        assertThat(new Bidi(bare, Bidi.DIRECTION_LEFT_TO_RIGHT).getLevelAt(bare.indexOf('3')))
                .as("what it would be without")
                .isPositive();
    }

    @Test
    void what_is_written_as_the_sentence_is_stays_as_it_is() {
        assertThat(said("José Ångström", 7)).isEqualTo("José Ångström 3 comments, 7.");
    }

    @Test
    void nothing_is_set_apart_twice() {
        String apart = "\u2068ליאת\u2069";
        assertThat(Isolated.gaps(apart)).containsExactly(apart);
    }
}
