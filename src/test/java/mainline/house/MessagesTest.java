package mainline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern SAID = Pattern.compile("(?:\\bsay|Reason\\.of)\\(\\s*\"([^\"]*)\"\\s*(\\+)?");
    private static final Pattern REFUSED = Pattern.compile("Refused\\.because\\(\\s*[^,]+,\\s*\"([^\"]*)\"\\s*(\\+)?");
    private static final Pattern CHECKED =
            Pattern.compile("\\.that\\((?:[^;]*?),\\s*\"[^\"]*\",\\s*\"([a-z][\\w-]*\\.[^\"]*)\"(\\+)?");
    private static final Pattern NOTICED = Pattern.compile("Page\\.go\\([^;]*,\\s*\"([a-z.-]+)\"\\)(;)");
    private static final Pattern SECTION = Pattern.compile("new Section\\(\\s*\"([^\"]*)\"()");
    private static final Pattern CONTROL =
            Pattern.compile("@template\\.look\\.(?:field|textarea|select|choices|check)\\(([^`]*?)\\)\\s*(?=[\\n<@])");
    private static final Pattern CONTROL_KEY = Pattern.compile("\\b(?:label|help|empty) = \"([^\"]+)\"");

    private static final Map<String, Properties> ENGLISH = Bundles.named("messages.properties");

    @Test
    void every_language_has_the_same_messages_with_the_same_gaps() {
        for (String file : Bundles.translations()) haveTheSame(Bundles.named(file));
    }

    private static void haveTheSame(Map<String, Properties> translated) {
        assertThat(translated.keySet()).isEqualTo(ENGLISH.keySet());
        for (var bundle : ENGLISH.entrySet()) {
            Properties other = translated.get(bundle.getKey());
            assertThat(new TreeSet<>(other.stringPropertyNames()))
                    .as("messages of %s", bundle.getKey())
                    .isEqualTo(new TreeSet<>(bundle.getValue().stringPropertyNames()));
            for (String key : other.stringPropertyNames()) {
                assertThat(Bundles.gaps(other.getProperty(key)))
                        .as("gaps of %s", key)
                        .isEqualTo(Bundles.gaps(bundle.getValue().getProperty(key)));
            }
        }
    }

    @Test
    void every_message_can_be_formatted_with_every_plural_of_its_language() {
        Bundles.byLanguage().forEach((language, file) -> {
            for (Properties bundle : Bundles.named(file).values())
                for (String key : bundle.stringPropertyNames()) {
                    String message = bundle.getProperty(key);
                    assertThat(message.replace("''", ""))
                            .as("%s: an apostrophe is written twice", key)
                            .doesNotContain("'");
                    assertThat(Plurals.lackedBy(message, language)).as(key).isEmpty();
                }
        });
    }

    @Test
    void no_key_stands_in_two_modules() {
        Map<String, String> owner = new HashMap<>();
        ENGLISH.forEach((module, bundle) -> bundle.stringPropertyNames()
                .forEach(key -> assertThat(owner.put(key, module)).as(key).isNull()));
    }

    @Test
    void every_message_that_is_said_exists() {
        Set<String> keys = ENGLISH.values().stream()
                .flatMap(bundle -> bundle.stringPropertyNames().stream())
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (String end : List.of(".java", ".jte"))
            for (Path file : Sources.ending(end))
                asked(Sources.text(file))
                        .filter(asked -> !known(keys, asked))
                        .forEach(asked -> missing.add(Sources.ROOT.relativize(file) + ": " + asked));
        assertThat(missing).isEmpty();
    }

    /** A key as it stands, or with a star after a beginning that the code goes on with. */
    private static Stream<String> asked(String text) {
        Stream<String> plain = Stream.of(SAID, REFUSED, CHECKED)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group(1) + (found.group(2) == null ? "" : "*"));
        Stream<String> notices = NOTICED.matcher(text).results().map(found -> "notice." + found.group(1));
        Stream<String> sections = SECTION.matcher(text).results().map(found -> "section." + found.group(1));
        Stream<String> controls = CONTROL.matcher(text)
                .results()
                .flatMap(found -> CONTROL_KEY.matcher(found.group(1)).results())
                .map(found -> found.group(1));
        return Stream.of(plain, notices, sections, controls).flatMap(all -> all).filter(key -> !key.startsWith("*"));
    }

    private static boolean known(Set<String> keys, String asked) {
        if (!asked.endsWith("*")) return keys.contains(asked);
        String beginning = asked.substring(0, asked.length() - 1);
        return keys.stream().anyMatch(key -> key.startsWith(beginning));
    }
}
