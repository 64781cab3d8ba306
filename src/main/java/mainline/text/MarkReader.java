package mainline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.kernel.Slug;
import mainline.kernel.Subject.Kind;

/**
 * Finds in safe mark-up whom and what it calls by a name, outside of code and links. It reads what the {@link Sanitizer}
 * wrote, where a tag has no angle inside and every at sign is an entity: nobody can write a mark that it
 * would not find itself.
 */
final class MarkReader {
    /** Whatever a text calls beyond these stays plain text. */
    static final int MOST = 100;

    private static final String AT = "&#64;";
    private static final Map<String, Kind> WORDS = Map.of(
            "idea", Kind.IDEA,
            "project", Kind.PROJECT,
            "proyecto", Kind.PROJECT,
            "decision", Kind.DECISION,
            "decisión", Kind.DECISION,
            "change", Kind.CHANGE,
            "cambio", Kind.CHANGE);
    private static final Set<String> QUIET = Set.of("a", "code", "kbd", "pre");

    private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";
    private static final String TAG = "<(?<closes>/?)(?<tag>[a-z0-9]+)[^>]*+>";
    /** What stands before keeps out mail addresses, and addresses of people on other servers. */
    private static final String MENTION = "(?<![\\p{L}\\p{M}\\p{N}._/-])(?<!" + AT + "|&#43;)" + AT + "(?<handle>"
            + LETTER + "++(?:-" + LETTER + "++)*+)(?!_|" + AT + ")";

    private static final String NUMBER = "[1-9]\\d{0,8}+(?![\\p{L}\\p{M}\\p{N}_]|[.,]\\d)";
    private static final String NAMED = "(?<![\\p{L}\\p{M}\\p{N}_])(?<word>" + String.join("|", WORDS.keySet())
            + ")[ \\u00a0]#?(?<number>" + NUMBER + ")";
    private static final String PLAIN = "(?<![\\p{L}\\p{M}\\p{N}_&#/])#(?<idea>" + NUMBER + ")";
    private static final Pattern PARTS = Pattern.compile(
            String.join("|", TAG, MENTION, NAMED, PLAIN), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String markup;
    private final List<String> between = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private int told;

    private MarkReader(String markup) {
        this.markup = markup;
    }

    static Prose read(String markup) {
        return new MarkReader(markup).read();
    }

    private Prose read() {
        Matcher parts = PARTS.matcher(markup);
        int quiet = 0;
        while (marks.size() < MOST && parts.find()) {
            String tag = parts.group("tag");
            if (tag == null && quiet == 0) mark(parts);
            else if (tag != null && QUIET.contains(tag))
                quiet += parts.group("closes").isEmpty() ? 1 : -1;
        }
        between.add(told == 0 ? markup : markup.substring(told));
        return new Prose(between, marks);
    }

    private void mark(Matcher part) {
        between.add(markup.substring(told, part.start()));
        marks.add(mark(part, part.group()));
        told = part.end();
    }

    private static Mark mark(Matcher part, String written) {
        String handle = part.group("handle");
        if (handle != null) return new Mention(Slug.fold(handle), written);
        String word = part.group("word");
        if (word == null) return new Reference(Kind.IDEA, Long.parseLong(part.group("idea")), written);
        Kind kind = WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), Kind.IDEA);
        return new Reference(kind, Long.parseLong(part.group("number")), written);
    }
}
