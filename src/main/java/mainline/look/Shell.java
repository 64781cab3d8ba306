package mainline.look;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import mainline.kernel.Html;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What the frame of a page shows and speaks: language, theme, who is signed in, the community's bar, a notice after an act.
 * Made once per request; templates ask it for every word they print.
 */
public record Shell(
        MessageSource messages,
        Locale locale,
        ZoneId zone,
        Instant now,
        String theme,
        String path,
        String nonce,
        Supplier<String> csrf,
        List<Section> sections,
        @Nullable Me me,
        @Nullable Bar bar,
        @Nullable String notice) {

    /** The signed-in person, as the frame shows them. */
    public record Me(String handle, String name, boolean operator) {}

    /** The community whose pages these are. @param closed whether only members read it */
    public record Bar(String slug, String name, boolean member, boolean closed) {}

    public Shell in(Bar bar, ZoneId zone) {
        return new Shell(messages, locale, zone, now, theme, path, nonce, csrf, sections, me, bar, notice);
    }

    /** The message of that key in the reader's language. Keys are checked by a test, so a missing one is a defect. */
    public String say(String key, @Nullable Object... gaps) {
        return messages.getMessage(key, gaps, locale);
    }

    public String say(Reason reason) {
        Object[] gaps = reason.gaps().stream().map(this::told).toArray();
        return say(reason.key(), gaps);
    }

    private Object told(Object gap) {
        return switch (gap) {
            case Reason inner -> say(inner);
            case LocalDate day -> date(day);
            case Instant at -> date(at);
            default -> gap;
        };
    }

    public boolean rightToLeft() {
        return switch (locale.getLanguage()) {
            case "ar", "he", "fa", "ur" -> true;
            default -> false;
        };
    }

    /** How long ago or how far ahead, in words, with the exact time in the mark-up. */
    public Html time(Instant at) {
        return Times.element(this, at);
    }

    /** The same words alone, for where there is no mark-up. */
    public String when(Instant at) {
        return Times.words(this, at);
    }

    public String date(Instant at) {
        return date(at.atZone(zone).toLocalDate());
    }

    public String date(LocalDate day) {
        return Times.day(day, locale);
    }

    /** Hours as people write them: 3, 2.5, 0.25 (in the reader's language), from quarter hours or any other step. */
    public String hours(java.math.BigDecimal hours) {
        java.text.NumberFormat format = java.text.NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(hours);
    }

    /** A number as people write it, with at most two decimals. */
    public String number(double number) {
        java.text.NumberFormat format = java.text.NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** A number with all the decimals it has, up to five. */
    public String exactly(java.math.BigDecimal number) {
        java.text.NumberFormat format = java.text.NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(5);
        return format.format(number);
    }

    /** The hidden field that every form with method POST carries. */
    public Html csrfField() {
        return new Html("<input type=\"hidden\" name=\"_csrf\" value=\"" + csrf.get() + "\">");
    }
}
