package mainline.look;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks plain text into lines of at most {@value #WIDTH} columns where the language allows it; a longer word stays whole. */
final class Wrap {
    private static final int WIDTH = 70;
    private static final int FIRST_WITHOUT_SPACES = 0xe00;
    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';
    private static final String RIGHT_TO_LEFT = "\u200f";

    private Wrap() {}

    /** At least one line. Each has the direction of the whole, and closes what it isolates, since to a mail program it is a paragraph. */
    static List<String> lines(String text, Locale language) {
        var breaks = BreakIterator.getLineInstance(language);
        breaks.setText(text);
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (!isBetweenWords(text, end)) continue;
            String word = text.substring(start, end);
            if (!line.isEmpty() && width(line + word.stripTrailing()) > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(word);
            start = end;
            if (word.endsWith("\n")) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) lines.add(line.toString());
        return directed(lines, isRightToLeft(text));
    }

    /** Not within an address, where most programs would break behind a dot; but between signs of scripts without spaces. */
    private static boolean isBetweenWords(String text, int at) {
        int before = text.codePointBefore(at);
        return at == text.length()
                || Character.isWhitespace(before)
                || (before >= FIRST_WITHOUT_SPACES && Character.getType(before) != Character.FORMAT);
    }

    private static List<String> directed(List<String> lines, boolean rightToLeft) {
        List<String> directed = new ArrayList<>();
        int open = 0;
        for (String line : lines) {
            var whole = new StringBuilder(rightToLeft ? RIGHT_TO_LEFT : "")
                    .repeat(ISOLATE, open)
                    .append(line.stripTrailing());
            open = Math.max(0, open + count(line, ISOLATE) - count(line, END));
            directed.add(whole.repeat(END, open).toString());
        }
        return directed;
    }

    private static int count(String line, char sign) {
        return (int) line.chars().filter(each -> each == sign).count();
    }

    /** By the first letter that has one, past what is isolated. */
    private static boolean isRightToLeft(String text) {
        return java.text.Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                && !new java.text.Bidi(text, java.text.Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** In columns: signs of Chinese, Japanese and Korean take two, and what only changes the letter before it none. */
    static int width(String text) {
        return text.codePoints().map(Wrap::width).sum();
    }

    private static int width(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> Character.isIdeographic(sign) || isSyllable(sign) || sign >= 0x1f300 ? 2 : 1;
        };
    }

    private static boolean isSyllable(int sign) {
        return (sign >= 0x3000 && sign <= 0x30ff)
                || (sign >= 0xac00 && sign <= 0xd7a3)
                || (sign >= 0xff01 && sign <= 0xff60);
    }
}
