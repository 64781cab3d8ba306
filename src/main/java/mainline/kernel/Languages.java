package mainline.kernel;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The languages that pages and mails speak, the first of them to whoever wishes for none of them. They are named, one a line,
 * in the file {@code languages} beside this class; whose texts lie in the {@code messages} of each module.
 */
public final class Languages {
    private static final List<Locale> SPOKEN = read();

    private Languages() {}

    public static List<Locale> all() {
        return SPOKEN;
    }

    /** The language for those of whose wishes nothing is known. */
    public static Locale usual() {
        return SPOKEN.getFirst();
    }

    /** The one of this tag, such as {@code es}. */
    public static Optional<Locale> of(String tag) {
        return SPOKEN.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst();
    }

    /** What comes closest to a wish, such as Spanish to the Spanish of Mexico, as RFC 4647 looks it up. */
    public static Optional<Locale> closest(Locale wish) {
        String tag = wish.toLanguageTag();
        if (tag.equals("und")) return Optional.empty();
        return Optional.ofNullable(Locale.lookup(List.of(new Locale.LanguageRange(tag)), SPOKEN));
    }

    /** What its speakers call it. */
    public static String name(Locale language) {
        String name = language.getDisplayName(language);
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(language) + name.substring(first);
    }

    /** Tests speak further ones, which a file of theirs names. */
    private static List<Locale> read() {
        return Stream.of("languages", "further-languages")
                .map(Languages.class::getResourceAsStream)
                .filter(Objects::nonNull)
                .flatMap(file -> new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines())
                .map(Locale::forLanguageTag)
                .toList();
    }
}
