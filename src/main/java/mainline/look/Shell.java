package mainline.look;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import mainline.kernel.Reason;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

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

    /** A letter nobody writes, around the number of what is put in after everything was escaped. */
    private static final String MARK = "\ue000";

    /** The signed-in person, as the frame shows them. */
    public record Me(String handle, String name, Face face, boolean operator, IntSupplier notices) {
        /** How many notices they have not seen; so many or more from the hundredth on. */
        public int unseen() {
            return notices.getAsInt();
        }
    }

    /**
     * The community whose pages these are.
     *
     * @param closed whether only members read it
     * @param next what asks the reader next; looked for when it is shown
     * @param asked how many things ask for the reader's word; counted when it is shown
     * @param outside what its pages say to who is not signed in
     */
    public record Bar(
            String slug,
            String name,
            boolean member,
            boolean closed,
            Supplier<Optional<Next>> next,
            IntSupplier asked,
            Outside outside) {}

    /** Whether this is a page that everybody may read, read by somebody who is not signed in. */
    boolean isForOutside() {
        return bar != null && !bar.closed() && me == null;
    }

    public Shell in(Bar bar, ZoneId zone) {
        return new Shell(messages, locale, zone, now, theme, path, nonce, csrf, sections, me, bar, notice);
    }

    /** The same with the clocks of that zone. */
    public Shell in(ZoneId zone) {
        return new Shell(messages, locale, zone, now, theme, path, nonce, csrf, sections, me, bar, notice);
    }

    /** The same for the answer to a form that stood on another page than its own address. */
    public Shell at(String page) {
        return new Shell(messages, locale, zone, now, theme, page, nonce, csrf, sections, me, bar, notice);
    }

    /** The same for who may not go there yet. */
    public Shell withoutSections() {
        return new Shell(messages, locale, zone, now, theme, path, nonce, csrf, List.of(), me, bar, notice);
    }

    /** The message of that key in the reader's language. Keys are checked by a test, so a missing one is a defect. */
    public String say(String key, @Nullable Object... gaps) {
        return messages.getMessage(key, Isolated.gaps(gaps), locale);
    }

    public String say(Reason reason) {
        Object[] gaps = reason.gaps().stream().map(this::told).toArray();
        return say(reason.key(), gaps);
    }

    private Object told(Object gap) {
        return switch (gap) {
            case Reason inner -> say(inner);
            case LocalDate day -> Times.weekday(day, locale);
            case Instant at -> exact(at);
            default -> gap;
        };
    }

    /** The sentence as mark-up, in which every moment stands as {@link #moment} shows it. */
    public Html told(Reason reason) {
        List<Html> moments = new ArrayList<>();
        String sentence = HtmlUtils.htmlEscape(say(marked(reason, moments)), "UTF-8");
        for (int i = 0; i < moments.size(); i++)
            sentence = sentence.replace(mark(i), moments.get(i).markup());
        return new Html(sentence);
    }

    private Reason marked(Reason reason, List<Html> moments) {
        List<Object> gaps = new ArrayList<>();
        for (Object gap : reason.gaps())
            gaps.add(
                    switch (gap) {
                        case Reason inner -> marked(inner, moments);
                        case Instant at -> {
                            moments.add(moment(at));
                            yield mark(moments.size() - 1);
                        }
                        case String text -> text.replace(MARK, "");
                        default -> gap;
                    });
        return new Reason(reason.key(), gaps);
    }

    private static String mark(int number) {
        return MARK + number + MARK;
    }

    public boolean rightToLeft() {
        return isRightToLeft(locale);
    }

    static boolean isRightToLeft(Locale language) {
        return ULocale.forLocale(language).isRightToLeft();
    }

    /** How long ago or how far ahead, in words, with the exact time in the mark-up. */
    public Html time(Instant at) {
        return Times.element(this, at);
    }

    /** A moment that binds people: the same words, and in the text beside them weekday, day, time and zone. */
    public Html moment(Instant at) {
        return Moment.at(this, at).html();
    }

    /** The same for what holds until that day is over here. */
    public Html until(LocalDate day) {
        return Moment.until(this, day).html();
    }

    /** The same for what begins with that day. */
    public Html from(LocalDate day) {
        return Moment.from(this, day).html();
    }

    /** Weekday, day, time and zone, for where there is no mark-up. */
    public String exact(Instant at) {
        return Times.exact(at, zone, locale);
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
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

    /** The page before this one, of what waits for the reader; null where they do not take that in turn. */
    @Nullable
    String turn() {
        return bar == null || me == null ? null : Turn.before(path);
    }

    /** The hidden fields that every form with method POST carries. */
    public Html csrfField() {
        String token = hidden("_csrf", csrf.get());
        return new Html(turn() == null ? token : token + hidden(Turn.FIELD, Turn.page(path)));
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + HtmlUtils.htmlEscape(value, "UTF-8") + "\">";
    }
}
