package mainline.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import mainline.MainlineTest;
import mainline.mission.Founding;
import mainline.people.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a community writes is in its own language, whatever the machine speaks on which a job writes it. */
@MainlineTest
class OwnWordsTest {
    private final Founding founding;
    private final People people;
    private final OwnWords words;

    OwnWordsTest(Founding founding, People people, OwnWords words) {
        this.founding = founding;
        this.people = people;
        this.words = words;
    }

    @AfterEach
    void nobody_asks_any_more() {
        LocaleContextHolder.resetLocaleContext();
    }

    private Community foundedIn(String language, String name) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        return founding.found(
                name,
                "",
                "Europe/Madrid",
                "Cuidamos cada calle.",
                people.bring("Inés Mora", language + "@own-words.example").id());
    }

    @Test
    void a_community_speaks_the_language_in_which_it_was_founded() {
        Community calle = foundedIn("es-MX", "Calle Mayor");
        LocaleContextHolder.setLocale(Locale.GERMANY);
        assertThat(calle.language()).isEqualTo(Locale.of("es"));
        assertThat(words.say(calle.id(), "steward.words.left", "Inés", "todo")).contains("Inés", "todo");
        assertThat(words.say(calle.id(), "handbook.first.why"))
                .isNotEqualTo(words.say(foundedIn("fr", "Rue").id(), "handbook.first.why"));
    }

    @Test
    void of_a_language_that_is_not_spoken_it_is_the_usual_one() {
        assertThat(foundedIn("fi", "Katu").language()).isEqualTo(Locale.ENGLISH);
    }
}
