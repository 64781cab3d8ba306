package mainline.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, whichever face a mail program shows of it; {@link Stationery} writes both. Every text is plain: nothing
 * in it becomes mark-up, and nothing a link but what is given as a {@link MailLink}. Words of people inside a sentence are
 * put in as {@link #own}, so that they keep their direction to themselves.
 *
 * @param language of our sentences; it also gives the direction of the page
 * @param sender who speaks: a community by its name, or this installation
 * @param parts in the order in which they are read
 * @param foot why this came, and how to end that
 */
public record MailBody(Locale language, String sender, String title, List<Part> parts, List<Row> foot) {
    private static final String ISOLATE = "\u2068";
    private static final String END = "\u2069";
    private static final String BIDI_CONTROLS = "[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]";

    /** One thing below another. */
    public sealed interface Part {}

    /** Over the parts that follow. */
    public record Heading(String text) implements Part {}

    /** A paragraph in our words. */
    public record Saying(String sentence) implements Part {}

    /** What somebody wrote, with its line breaks. */
    public record Quote(String words) implements Part {}

    /** Things below each other, such as what a digest gathers. */
    public record Rows(List<Row> rows) implements Part {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** The one thing to do. */
    public record Button(MailLink link) implements Part {}

    /**
     * A line, all of which is the link when it has one.
     *
     * @param detail in small letters below it; may be empty
     */
    public record Row(String text, @Nullable String address, String detail) {
        public Row {
            address = address == null ? null : new MailLink(text, address).address();
        }

        public Row(String text, @Nullable String address) {
            this(text, address, "");
        }
    }

    public MailBody {
        parts = List.copyOf(parts);
        foot = List.copyOf(foot);
    }

    public static MailBody of(Locale language, String sender, String title) {
        return new MailBody(language, sender, title, List.of(), List.of());
    }

    /** Somebody's own words for a gap in a sentence: on one line, and apart from the direction of what stands around them. */
    public static String own(String words) {
        return ISOLATE
                + words.replaceAll(BIDI_CONTROLS, "")
                        .replaceAll("[\\s\\p{Cntrl}]+", " ")
                        .strip()
                + END;
    }

    public MailBody heading(String text) {
        return with(new Heading(text));
    }

    public MailBody says(String sentence) {
        return with(new Saying(sentence));
    }

    public MailBody quotes(String words) {
        return with(new Quote(words.replaceAll(BIDI_CONTROLS, "").strip()));
    }

    public MailBody lists(List<Row> rows) {
        return with(new Rows(rows));
    }

    /** To what the mail is about, or asks for. */
    public MailBody leads(String label, String address) {
        return with(new Button(new MailLink(label, address)));
    }

    /** Why one gets this mail. */
    public MailBody because(String sentence) {
        return withFoot(new Row(sentence, null));
    }

    /** Where one can end or choose it. */
    public MailBody because(String label, String address) {
        return withFoot(new Row(label, address));
    }

    boolean isRightToLeft() {
        return Shell.isRightToLeft(language);
    }

    /** What lists of mails show behind the subject. */
    String preview() {
        return parts.stream()
                .filter(Saying.class::isInstance)
                .map(part -> ((Saying) part).sentence())
                .collect(Collectors.joining(" "));
    }

    private MailBody with(Part part) {
        return new MailBody(language, sender, title, and(parts, part), foot);
    }

    private MailBody withFoot(Row row) {
        return new MailBody(language, sender, title, parts, and(foot, row));
    }

    private static <T> List<T> and(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
