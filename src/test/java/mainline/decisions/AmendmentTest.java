package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmendmentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The montains | The mountains",
                "the sea | The  Sea!",
                "We meet on Monday. | We meet, on monday",
                "Build the bicylce shed | Build the bicycle shed",
                "Comenzar mañana | comenzar mañana."
            })
    void a_slip_of_the_pen_changes_nobodys_mind(String before, String after) {
        assertThat(Amendment.isTypo(before, after)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We pay 100 | We pay 1000",
                "We pay 3.5 | We pay 35",
                "5 degrees | -5 degrees",
                "Raise it by 5% | Raise it by 5",
                "We now meet | We not meet",
                "We meet | We never meet",
                "a moral duty | an amoral duty",
                "It is moral | It is amoral",
                "Soup | Soap",
                "Paint it red and blue | Paint it blue and red",
                "Agree 👍 | Agree 👎",
                "Paid in € | Paid in $"
            })
    void whatever_could_change_a_mind_is_no_slip(String before, String after) {
        assertThat(Amendment.isTypo(before, after)).isFalse();
    }
}
