package mainline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mainline.look.Line;
import org.eclipse.jgit.diff.Edit;

/**
 * What changed between two texts, paragraph by paragraph and, inside those, word by word; blank lines do not count, nor where
 * the lines of a paragraph are broken.
 * A paragraph that stands elsewhere now is shown as moved. Texts so long or so different that comparing them would take
 * noticeable time are compared more coarsely.
 *
 * @param coarse whether some of it is so long that not every word was compared
 * @param leftOut how many lines that differ are not shown, since they are too many for a page
 */
public record Diff(List<Stretch> stretches, boolean coarse, int leftOut) {
    public static final Diff NOTHING = new Diff(List.of(), false, 0);
    /** More of what is the same is counted only. */
    private static final int LONGEST_FOLDED = 2000;

    private static final int MOST_PARAGRAPHS = 6000;
    private static final int CONTEXT = 1;
    private static final int WORTH_FOLDING = 3;
    private static final int BEGINNING = 80;
    /** The end of a line that stays one in Markdown. */
    private static final Pattern BREAK = Pattern.compile("(?: {2}|\\\\)$");
    /** What begins a further line of a paragraph in a list or quotation. */
    private static final Pattern QUOTED = Pattern.compile("^[ \\t]*(?:>[ \\t]?)*[ \\t]*");

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    public record Piece(Kind kind, String text) {}

    /** Whether a paragraph stands where it stood. */
    public enum Place {
        STAYED,
        /** It stood here: one or several paragraphs in a row that stand elsewhere now. */
        LEFT,
        /** It came from elsewhere. */
        ARRIVED,
        /** It came along with the one before it. */
        FOLLOWED
    }

    /**
     * @param before the number of its first line in the text before, from 1; 0 when nothing of it stood there
     * @param after the number of its line in the text after, likewise
     */
    public record Paragraph(List<Piece> pieces, int before, int after, Place place) {
        public boolean changed() {
            return place != Place.STAYED || pieces.stream().anyMatch(piece -> piece.kind() != Kind.SAME);
        }

        /** Whether it stands further down than it stood, or further up. */
        public boolean down() {
            return after > before;
        }

        /** The line of the text before that is shown here; 0 when it is shown elsewhere or there is none. */
        public int leftLine() {
            return place == Place.ARRIVED || place == Place.FOLLOWED ? 0 : before;
        }

        /** The line of the text after that is shown here; 0 when it is shown elsewhere or there is none. */
        public int rightLine() {
            return place == Place.LEFT ? 0 : after;
        }

        /** Its first words, for where it is only pointed to. */
        public String beginning() {
            String text = pieces.isEmpty() ? "" : pieces.getFirst().text();
            if (text.codePointCount(0, text.length()) <= BEGINNING) return text;
            return text.substring(0, text.offsetByCodePoints(0, BEGINNING)) + "…";
        }
    }

    /** Paragraphs in a row; the folded ones are unchanged and far from any change. */
    public record Stretch(boolean folded, List<Paragraph> paragraphs) {
        /** Whether it is so long that a page only counts it. */
        public boolean isTooLong() {
            return folded && paragraphs.size() > LONGEST_FOLDED;
        }
    }

    /** A paragraph of a text, or a line that is none and not blank, and the number of its first line from 1. */
    record Line(String text, int number) {}

    public static Diff of(String before, String after) {
        WordDiff words = new WordDiff();
        List<Stretch> stretches = fold(compare(lines(before), lines(after), words));
        return new Diff(stretches, words.wereTooMany(), words.leftOut());
    }

    /** Whether no word differs. */
    public boolean isEmpty() {
        return stretches.stream()
                .flatMap(stretch -> stretch.paragraphs().stream())
                .noneMatch(Paragraph::changed);
    }

    private static List<Line> lines(String text) {
        List<String> all = text.lines().toList();
        Blocks blocks = new Blocks(all);
        List<Line> lines = new ArrayList<>();
        for (int first = 1; first <= all.size(); ) {
            int last = first;
            while (last < blocks.last(first)
                    && !BREAK.matcher(all.get(last - 1)).find()) last++;
            String joined = joined(all.subList(first - 1, last));
            if (!joined.isBlank()) lines.add(new Line(joined, first));
            first = last + 1;
        }
        return lines;
    }

    /** As it would be read. */
    private static String joined(List<String> lines) {
        StringBuilder joined = new StringBuilder(lines.getFirst().stripTrailing());
        for (String next : lines.subList(1, lines.size()))
            joined.append(' ').append(QUOTED.matcher(next).replaceFirst("").stripTrailing());
        return joined.toString();
    }

    private static List<Paragraph> compare(List<Line> before, List<Line> after, WordDiff words) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && text(before, head).equals(text(after, head))) head++;
        int tail = 0;
        while (tail < shorter - head
                && text(before, before.size() - 1 - tail).equals(text(after, after.size() - 1 - tail))) tail++;
        List<Paragraph> all = new ArrayList<>(same(before.subList(0, head), after.subList(0, head)));
        all.addAll(middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), words));
        all.addAll(same(
                before.subList(before.size() - tail, before.size()), after.subList(after.size() - tail, after.size())));
        return all;
    }

    private static String text(List<Line> lines, int at) {
        return lines.get(at).text();
    }

    private static List<Paragraph> middle(List<Line> before, List<Line> after, WordDiff words) {
        if (before.size() + after.size() > MOST_PARAGRAPHS) return words.tooMany(before, after);
        List<Run> runs = runs(texts(before), texts(after));
        Moves moves = Moves.of(runs);
        List<Paragraph> all = new ArrayList<>();
        int left = 0;
        int right = 0;
        for (Run run : runs) {
            int leftEnd = left + run.before().size();
            int rightEnd = right + run.after().size();
            all.addAll(
                    run.same()
                            ? same(before.subList(left, leftEnd), after.subList(right, rightEnd))
                            : moves.compare(before, left, leftEnd, after, right, rightEnd, words));
            left = leftEnd;
            right = rightEnd;
        }
        return all;
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    /** What stood in one place before and what stands there after, in paragraphs or in words. */
    record Run(List<String> before, List<String> after, boolean same) {}

    static List<Run> runs(List<String> before, List<String> after) {
        List<Run> runs = new ArrayList<>();
        int left = 0;
        int right = 0;
        for (Edit edit : LineDiff.of(before, after)) {
            add(runs, before.subList(left, edit.getBeginA()), after.subList(right, edit.getBeginB()), true);
            left = edit.getEndA();
            right = edit.getEndB();
            add(runs, before.subList(edit.getBeginA(), left), after.subList(edit.getBeginB(), right), false);
        }
        add(runs, before.subList(left, before.size()), after.subList(right, after.size()), true);
        return runs;
    }

    private static void add(List<Run> runs, List<String> before, List<String> after, boolean same) {
        if (!before.isEmpty() || !after.isEmpty()) runs.add(new Run(before, after, same));
    }

    private static List<Paragraph> same(List<Line> before, List<Line> after) {
        List<Paragraph> all = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Piece piece = new Piece(Kind.SAME, text(before, i));
            all.add(new Paragraph(
                    List.of(piece), before.get(i).number(), after.get(i).number(), Place.STAYED));
        }
        return all;
    }

    private static List<Stretch> fold(List<Paragraph> all) {
        List<Stretch> stretches = new ArrayList<>();
        int shown = 0;
        for (int at = 0; at < all.size(); ) {
            int end = at;
            while (end < all.size() && !all.get(end).changed()) end++;
            int from = at == 0 ? 0 : at + CONTEXT;
            int to = end == all.size() ? end : end - CONTEXT;
            if (to - from >= WORTH_FOLDING) {
                if (from > shown) stretches.add(new Stretch(false, List.copyOf(all.subList(shown, from))));
                stretches.add(new Stretch(true, List.copyOf(all.subList(from, to))));
                shown = to;
            }
            at = end;
            while (at < all.size() && all.get(at).changed()) at++;
        }
        if (shown < all.size()) stretches.add(new Stretch(false, List.copyOf(all.subList(shown, all.size()))));
        return stretches;
    }
}
