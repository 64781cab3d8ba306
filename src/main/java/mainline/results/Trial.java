package mainline.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One member's structured report of trying a practice.
 *
 * @param before where it stood: a number or a few words; may be empty, as may {@code after}
 * @param happened Markdown
 * @param withdrawn when its author took it back; null while it counts
 */
public record Trial(
        Subject subject,
        Subject practice,
        PersonId member,
        String place,
        LocalDate day,
        String before,
        String after,
        String happened,
        Keep keep,
        Instant reported,
        @Nullable Instant withdrawn) {
    private static final Pattern NUMBER = Pattern.compile("\\s*([-−]?\\d{1,9}(?:[.,]\\d{1,6})?)(?!\\d)[^\\d]{0,20}");

    /** Would you keep it? */
    public enum Keep {
        YES,
        CHANGES,
        NO
    }

    public @Nullable Double numberBefore() {
        return number(before);
    }

    public @Nullable Double numberAfter() {
        return number(after);
    }

    /** The number a text begins with, with an optional unit behind it: {@code 12}, {@code 4,5 min}. */
    static @Nullable Double number(String text) {
        Matcher found = NUMBER.matcher(text);
        if (!found.matches()) return null;
        return new BigDecimal(found.group(1).replace('−', '-').replace(',', '.')).doubleValue();
    }
}
