package mainline.platform;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A length of time as people write it: {@code 90 minutes}, {@code 24h}, {@code 3 days}, {@code 2w}, {@code PT72H}, {@code none}. */
public record Span(Duration length) {
    private static final Pattern SIMPLE = Pattern.compile(
            "(\\d{1,9}) *(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,5})W", Pattern.CASE_INSENSITIVE);

    /** @throws IllegalArgumentException when it cannot be read as one */
    public static Span of(String typed) {
        return read(typed).map(Span::new).orElseThrow(() -> new IllegalArgumentException("no length of time"));
    }

    /** @return nothing when it is no length of time, or one below zero */
    public static Optional<Duration> read(String typed) {
        var text = typed.strip();
        if (text.equals("0") || text.equalsIgnoreCase("none")) return Optional.of(Duration.ZERO);
        var simple = SIMPLE.matcher(text);
        if (simple.matches()) return Optional.of(unit(simple.group(2)).multipliedBy(Long.parseLong(simple.group(1))));
        var weeks = WEEKS.matcher(text);
        if (weeks.matches()) return Optional.of(Duration.ofDays(7 * Long.parseLong(weeks.group(1))));
        return iso(text).filter(length -> !length.isNegative());
    }

    private static Duration unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT).charAt(0)) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            case 'd' -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException odd) {
            return Optional.empty();
        }
    }
}
