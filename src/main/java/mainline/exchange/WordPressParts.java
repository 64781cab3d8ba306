package mainline.exchange;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The texts of one element's children. */
final class WordPressParts {
    private static final Pattern MARKS =
            Pattern.compile("(?i)</?(?:em|strong|i|b|u|s|del|ins|code|span|small|sub|sup|br)\\b[^<>]*>");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> asMarkup = new HashSet<>();

    /** The first one of a name counts. */
    void put(String name, String text, boolean markup) {
        if (texts.putIfAbsent(name, text) == null && markup) asMarkup.add(name);
    }

    String raw(String name) {
        return texts.getOrDefault(name, "");
    }

    String of(String name) {
        return raw(name).strip();
    }

    String or(String name, String otherwise) {
        return texts.getOrDefault(name, otherwise).strip();
    }

    /** A title or name: within CDATA, WordPress writes it as it keeps it, with entities; elsewhere XML has read them. */
    String words(String name) {
        String words = of(name);
        return asMarkup.contains(name)
                ? Parser.unescapeEntities(MARKS.matcher(words).replaceAll(""), true)
                        .strip()
                : words;
    }

    /** The first of these that is a date: in GMT, in the blog's time (taken for GMT), as in a feed. */
    @Nullable
    Instant time(String gmt, String local, @Nullable String feed) {
        for (String name : List.of(gmt, local)) {
            String text = texts.get(name);
            if (text == null || text.startsWith("0000")) continue;
            try {
                return LocalDateTime.parse(text.strip(), TIME).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                // The next may be one.
            }
        }
        String text = feed == null ? null : texts.get(feed);
        try {
            return text == null
                    ? null
                    : ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
