package mainline.people;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser in which a person is signed in.
 *
 * @param operator whether the person runs this installation
 * @param agent what the browser calls itself, shortened
 * @param network the beginning of the address it came from
 */
record Session(
        long id,
        Person person,
        boolean operator,
        Instant created,
        Instant seen,
        Instant expires,
        String agent,
        String network) {

    /** The browser and the system in two words, such as {@code Firefox, Linux}; empty when neither is known. */
    String device() {
        return Stream.of(first(BROWSERS), first(SYSTEMS))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("Edg") ? "Edge" : word)
                .collect(Collectors.joining(", "));
    }

    private String first(List<String> known) {
        return known.stream().filter(agent::contains).findFirst().orElse("");
    }

    private static final List<String> BROWSERS = List.of("Edg", "Opera", "Firefox", "Chrome", "Safari", "curl");
    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux");
}
