package mainline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words of the code that lie in the database of every community. They stay what they are, or what was stored can be read no
 * more: the keys of messages in {@code stored-message-keys.txt}, the constants of enums in {@code stored-names.txt}.
 */
class StoredWordsTest {
    private static final Path LISTS = Path.of("src/test/resources");
    private static final Map<String, Set<String>> KEYS = lines("stored-message-keys.txt");
    private static final Map<String, Set<String>> NAMES = lines("stored-names.txt");
    private static final Map<String, String> MESSAGES = Bundles.english();

    private static final Pattern LITERAL =
            Pattern.compile("(?<!\\bsay\\((?:\\w{1,12}, )?)\"([a-z][\\w.-]*)\"(\\s*\\+)?");
    private static final Pattern REASON = Pattern.compile("Reason\\.of\\(\\s*\"([^\"]+)\"(\\s*\\+)?");
    /** Where a sentence goes into a notice, onto the chain or into an outcome. */
    private static final Pattern STORING = Pattern.compile("new (Notice|Node)\\(|Settled\\(|toConsent\\(");

    private static final Pattern ALWAYS_STORED = Pattern.compile(
            "(.*\\.)?told(\\..*)?|chain\\..*|.*\\.node\\..*|decision\\.outcome\\..*|stewards\\.file\\..*");
    private static final Pattern READ_BY_NAME = Pattern.compile("\\b([A-Z]\\w*(?:\\.[A-Z]\\w*)?)\\.valueOf\\(row\\b");

    @Test
    void every_message_that_was_stored_is_still_said_with_the_gaps_it_had() {
        KEYS.forEach((key, gaps) -> assertThat(MESSAGES)
                .as("stored messages are told for ever")
                .hasEntrySatisfying(
                        key,
                        message -> assertThat(Bundles.gaps(message))
                                .as("gaps of %s: what is stored fills these and no others", key)
                                .isEqualTo(gaps)));
    }

    @Test
    void every_message_that_the_code_can_store_is_listed() {
        Set<String> unlisted = new TreeSet<>();
        for (Path file : Sources.ending(".java")) {
            String text = Sources.text(file);
            stored(text)
                    .filter(key -> !KEYS.containsKey(key))
                    .map(key -> key + " " + String.join(" ", Bundles.gaps(MESSAGES.get(key))))
                    .forEach(unlisted::add);
        }
        assertThat(unlisted).as("to be added to stored-message-keys.txt").isEmpty();
    }

    private static Stream<String> stored(String text) {
        Stream<String> sentences =
                literals(LITERAL, text).filter(key -> ALWAYS_STORED.matcher(key).matches());
        Stream<String> near = STORING.matcher(text).find() ? literals(REASON, text) : Stream.empty();
        Stream<String> verbs = LITERAL.matcher(text)
                .results()
                .filter(found -> found.group(1).contains("."))
                .flatMap(found -> keys("record." + found.group(1), found.group(2) != null));
        return Stream.of(sentences, near, verbs).flatMap(all -> all);
    }

    private static Stream<String> literals(Pattern pattern, String text) {
        return pattern.matcher(text).results().flatMap(found -> keys(found.group(1), found.group(2) != null));
    }

    /** @param begins whether the code goes on with it */
    private static Stream<String> keys(String literal, boolean begins) {
        if (begins) return MESSAGES.keySet().stream().filter(key -> key.startsWith(literal));
        return Stream.of(literal).filter(MESSAGES::containsKey);
    }

    @Test
    void every_name_that_was_stored_is_still_one() {
        NAMES.forEach((type, names) ->
                assertThat(constants(type)).as("constants of %s", type).isEqualTo(names));
    }

    @Test
    void every_type_that_is_stored_by_name_is_listed() {
        Set<String> read = Sources.ending("Store.java").stream()
                .flatMap(file -> READ_BY_NAME.matcher(Sources.text(file)).results())
                .map(found -> found.group(1))
                .filter(type -> !type.equals("String"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read)
                .allSatisfy(type -> assertThat(NAMES.keySet())
                        .anyMatch(listed -> listed.equals(type) || listed.endsWith("." + type)));
    }

    private static Set<String> constants(String type) {
        String outer = type.replaceFirst("\\..*", "");
        List<Object[]> found = Sources.ending("/" + outer + ".java").stream()
                .map(file -> "mainline." + file.getParent().getFileName() + "." + type.replace('.', '$'))
                .flatMap(name -> loaded(name).stream())
                .toList();
        assertThat(found).as("enums called %s", type).hasSize(1);
        return Arrays.stream(found.getFirst())
                .map(each -> ((Enum<?>) each).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Object[]> loaded(String name) {
        try {
            return Optional.ofNullable(Class.forName(name).getEnumConstants());
        } catch (ClassNotFoundException other) {
            return Optional.empty();
        }
    }

    private static Map<String, Set<String>> lines(String list) {
        Map<String, Set<String>> lines = new LinkedHashMap<>();
        Sources.text(LISTS.resolve(list))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" "))
                .forEach(words ->
                        lines.put(words[0], new TreeSet<>(Arrays.asList(words).subList(1, words.length))));
        return lines;
    }
}
