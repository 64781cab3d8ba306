package mainline.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form that somebody sent who had to join or to sign in first, kept to be sent as it was.
 *
 * @param kind as in {@link BeforeJoining}; null for what only its sender may send again, in the same browser
 * @param fields without those that belong to a page or hold a password
 */
public record Begun(String method, String path, @Nullable String kind, Map<String, List<String>> fields) {
    private static final int LONGEST_QUOTE = 300;

    /** The message that says what becomes of it. */
    public String sentence() {
        return kind == null ? "people.begun" : "begun." + kind;
    }

    /** What was written, to be known again by whoever is asked to confirm it; may be empty. */
    String quote() {
        String words = Stream.of("title", "text", "note")
                .flatMap(name -> fields.getOrDefault(name, List.of()).stream())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…";
    }
}
