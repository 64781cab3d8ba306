package mainline.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import mainline.kernel.Reason;
import mainline.kernel.Sha256;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.renderer.html.HtmlRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people write, as mark-up: the grammar of {@link Grammar}, within {@link Bounds}, then through {@link Sanitizer}, the
 * only way from a person's text to a page. A text that cannot be laid out is shown as it was written, below a sentence
 * that says why; none takes down the page around it. The same text is rendered once while it is in use.
 */
public final class Markdown {
    private static final Logger LOG = LoggerFactory.getLogger(Markdown.class);
    private static final int LONGEST_EXCERPTED = 60_000;
    private static final int LONGEST_KNOWN = 20_000;
    /** Every list makes those of its rows again; so many characters of texts are known by theirs. */
    private static final Cache<Excerpt, String> EXCERPTS = Caffeine.newBuilder()
            .maximumWeight(8_000_000)
            .weigher((Excerpt excerpt, String made) -> excerpt.text().length() + made.length() + 100)
            .build();

    private static final Pattern NOTE = Pattern.compile("#fn[0-9a-f]{8}(-\\d+){1,2}");
    private static final String EACH_LINE = "<br>\n";
    private static final String ANY_LINE = "\n";

    private static volatile Function<Reason, String> voice = Reason::key;

    private Markdown() {}

    /** Who says a reason in the language of whoever reads now; set once, at start. */
    public static void speakBy(Function<Reason, String> speaker) {
        voice = speaker;
    }

    /** Safe mark-up for a text of any length and content. */
    public static Html html(String text) {
        return prose(text).html();
    }

    /**
     * The same for one of several texts on a page that may be equal, whose notes need different addresses.
     *
     * @param place what no other text on the page has: letters, digits and hyphens
     */
    public static Html html(String text, String place) {
        return prose(text, place).html();
    }

    /** The same as {@link #html(String)}, with whom and what the text calls by a name still to be linked. */
    public static Prose prose(String text) {
        return kept(text, Sha256.hex(text), EACH_LINE);
    }

    /** The same as {@link #html(String, String)} with that. */
    public static Prose prose(String text, String place) {
        String print = Sha256.hex(text);
        return kept(text, print, EACH_LINE).each(part -> part.replace(notes(print), "fn-" + place));
    }

    /** The same, not kept, for a text that is still being written. */
    public static Prose preview(String text) {
        return prose(text, whole(text, Sha256.hex(text), EACH_LINE));
    }

    /** The same for a file, whose lines may be broken anywhere; what it calls by a name is not linked. */
    public static Html document(String text) {
        return kept(text, Sha256.hex(text), ANY_LINE).html();
    }

    /** One of a document's outermost parts, such as a paragraph or a list, and its first and last line, counted from 0. */
    public record Block(int first, int last, Html html) {}

    /** The same document part by part; parts that show nothing are left out. */
    public static List<Block> blocks(String text) {
        String print = Sha256.hex(text);
        Shown shown = Shelf.take("parts:" + print, text.length(), () -> parts(text, print));
        if (shown.limit() == null) return shown.parts();
        return List.of(new Block(
                0,
                Math.max(0, (int) text.lines().count() - 1),
                prose(text, shown).html()));
    }

    /** The beginning of a text without mark-up, at most {@code longest} characters, for lists and mails. */
    public static String excerpt(String text, int longest) {
        return text.length() > LONGEST_KNOWN
                ? make(text, longest)
                : EXCERPTS.get(new Excerpt(text, longest), each -> make(each.text(), each.longest()));
    }

    private record Excerpt(String text, int longest) {}

    private static String make(String text, int longest) {
        int enough = Math.min(text.length(), LONGEST_EXCERPTED);
        if (enough > 0 && Character.isHighSurrogate(text.charAt(enough - 1))) enough--;
        String beginning = text.substring(0, enough);
        try {
            return PlainText.of(Grammar.read(beginning, new Bounds(beginning), IncludeSourceSpans.NONE), longest);
        } catch (RuntimeException | StackOverflowError odd) {
            return PlainText.cut(beginning.replaceAll("[*_~`#>|\\[\\]-]+", " "), longest);
        }
    }

    /** Whether a link stays in its text, between a note at the foot and where it is named. */
    public static boolean isNote(String href) {
        return NOTE.matcher(href).matches();
    }

    private static Prose kept(String text, String print, String softbreak) {
        String key = (softbreak.equals(EACH_LINE) ? "text:" : "document:") + print;
        return prose(text, Shelf.take(key, text.length(), () -> whole(text, print, softbreak)));
    }

    private static Shown whole(String text, String print, String softbreak) {
        return within(text, print, bounds -> {
            Node document = Grammar.read(text, bounds, IncludeSourceSpans.NONE);
            bounds.check(document);
            Grammar.writer(softbreak, notes(print)).render(document, bounds);
            String markup = bounds.taken(notes(print));
            return Shown.of(softbreak.equals(EACH_LINE) ? Prose.of(markup) : Prose.unmarked(markup));
        });
    }

    private static Shown parts(String text, String print) {
        return within(text, print, bounds -> {
            Node document = Grammar.read(text, bounds, IncludeSourceSpans.BLOCKS);
            bounds.check(document);
            HtmlRenderer writer = Grammar.writer(ANY_LINE, notes(print));
            List<Block> blocks = new ArrayList<>();
            for (Node part = document.getFirstChild(); part != null; part = part.getNext()) {
                List<SourceSpan> spans = part.getSourceSpans();
                writer.render(part, bounds);
                Html html = new Html(bounds.taken(notes(print)));
                if (spans.isEmpty() || html.markup().isBlank()) continue;
                blocks.add(new Block(
                        spans.getFirst().getLineIndex(), spans.getLast().getLineIndex(), html));
            }
            return Shown.of(blocks);
        });
    }

    /** Whatever goes wrong with one text stays with it. */
    private static Shown within(String text, String print, Function<Bounds, Shown> work) {
        try {
            return work.apply(new Bounds(text));
        } catch (Limit.Passed passed) {
            return Shown.not(passed.limit());
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.warn("A text of {} characters ({}) is shown as it was written: {}", text.length(), print, broken + "");
            return Shown.not(Limit.BROKEN);
        }
    }

    private static Prose prose(String text, Shown shown) {
        Limit limit = shown.limit();
        if (limit == null) return shown.whole();
        return Prose.unmarked("<p class=\"as-written\">" + escaped(voice.apply(limit.reason()))
                + "</p>\n<pre dir=\"auto\">" + escaped(text) + "</pre>\n");
    }

    private static String escaped(String text) {
        return text.replace("\0", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String notes(String print) {
        return "fn" + print.substring(0, 8);
    }
}
