package mainline.text;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.text.Characters;

/**
 * Emphasis in scripts that set no spaces, as in {@code **「…」**は}. CommonMark lets a run of stars end emphasis only where
 * punctuation is followed by a space or by more punctuation; there, neither stands. For such a run this reader puts a mark
 * of punctuation beside it, which lets it both open and close, and takes the mark out of what was read. All other texts
 * are read as ever.
 */
final class SpacelessEmphasis implements InlineParser {
    private static final Set<UnicodeScript> SPACELESS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.YI,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    private static final Set<UnicodeBlock> THEIRS = Set.of(
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.CJK_COMPATIBILITY_FORMS,
            UnicodeBlock.SMALL_FORM_VARIANTS,
            UnicodeBlock.VERTICAL_FORMS,
            UnicodeBlock.KATAKANA);
    private static final char FIRST_MARK = '\u2500';
    private static final char LAST_MARK = '\u257F';
    private static final char FIRST_OF_THEM = '\u0E00';

    private final InlineParser reader;
    private final Unmarking definitions;

    /** @param reader asks {@code definitions} for what links are defined as */
    SpacelessEmphasis(InlineParser reader, Unmarking definitions) {
        this.reader = reader;
        this.definitions = definitions;
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        char mark = isConcerned(lines) ? unused(lines) : 0;
        definitions.mark(mark);
        reader.parse(mark == 0 ? lines : marked(lines, mark), block);
        if (mark != 0) clean(block, mark);
    }

    private static boolean isConcerned(SourceLines lines) {
        for (SourceLine line : lines.getLines()) {
            boolean theirs = false;
            boolean run = false;
            for (int i = 0; i < line.getContent().length(); i++) {
                char c = line.getContent().charAt(i);
                theirs |= c >= FIRST_OF_THEM;
                run |= isRun(c);
            }
            if (theirs && run) return true;
        }
        return false;
    }

    private static boolean isRun(char c) {
        return c == '*' || c == '~';
    }

    private static char unused(SourceLines lines) {
        String all = lines.getContent();
        for (char mark = FIRST_MARK; mark <= LAST_MARK; mark++) if (all.indexOf(mark) < 0) return mark;
        return 0;
    }

    private static SourceLines marked(SourceLines lines, char mark) {
        List<SourceLine> all = new ArrayList<>();
        for (SourceLine line : lines.getLines())
            all.add(SourceLine.of(marked(line.getContent().toString(), mark), null));
        return SourceLines.of(all);
    }

    private static String marked(String line, char mark) {
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < line.length(); ) {
            char c = line.charAt(i);
            int end = i + 1;
            if (c == '\\' && end < line.length()) {
                marked.append(c).append(line.charAt(end));
                i += 2;
                continue;
            }
            if (isRun(c) && i > 0) {
                while (end < line.length() && line.charAt(end) == c) end++;
                if (end < line.length()) {
                    int before = line.codePointBefore(i);
                    int after = line.codePointAt(end);
                    if (isWord(before) && isStuck(after, before)) marked.append(mark);
                    marked.append(line, i, end);
                    if (isWord(after) && isStuck(before, after)) marked.append(mark);
                    i = end;
                    continue;
                }
            }
            marked.append(line, i, end);
            i = end;
        }
        return marked.toString();
    }

    private static boolean isWord(int sign) {
        return !Characters.isPunctuationCodePoint(sign) && !Characters.isWhitespaceCodePoint(sign);
    }

    /** Whether a sign of punctuation stands where these scripts set no space between it and the word behind the run. */
    private static boolean isStuck(int sign, int word) {
        return Characters.isPunctuationCodePoint(sign)
                && (THEIRS.contains(UnicodeBlock.of(sign)) || SPACELESS.contains(UnicodeScript.of(word)));
    }

    private static void clean(Node block, char mark) {
        for (Node node = block.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            switch (node) {
                case Text text -> {
                    text.setLiteral(without(text.getLiteral(), mark));
                    if (text.getLiteral().isEmpty()) text.unlink();
                }
                case Code code -> code.setLiteral(without(code.getLiteral(), mark));
                case HtmlInline html -> html.setLiteral(without(html.getLiteral(), mark));
                case Link link -> {
                    link.setDestination(without(link.getDestination(), mark));
                    if (link.getTitle() != null) link.setTitle(without(link.getTitle(), mark));
                }
                case Image image -> {
                    image.setDestination(without(image.getDestination(), mark));
                    if (image.getTitle() != null) image.setTitle(without(image.getTitle(), mark));
                }
                default -> {}
            }
            clean(node, mark);
            node = next;
        }
    }

    static String without(String text, char mark) {
        return text.indexOf(mark) < 0 ? text : text.replace(String.valueOf(mark), "");
    }
}
