package mainline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mainline.text.Diff.Kind;
import mainline.text.Diff.Line;
import mainline.text.Diff.Paragraph;
import mainline.text.Diff.Piece;
import mainline.text.Diff.Place;

/** Compares changed paragraphs word by word, as far as that helps a reader. */
final class WordDiff {
    private static final int MOST_WORDS = 5000;
    /** With more, counting the words would take longer than a reader waits. */
    private static final int MOST_CHARACTERS = 100_000;

    private static final int MOST_SHOWN = 3000;

    private static final double LEAST_ALIKE = 0.25;
    private static final Pattern WORD = Pattern.compile(
            "\\n|[\\s&&[^\\n]]+|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}_]+|.", Pattern.DOTALL);

    /** A stretch of words: what stood there before and what stands there after. */
    private record Run(String before, String after, boolean same) {}

    private boolean tooMany;
    private int leftOut;

    /** Whether there was so much somewhere that not every word was compared. */
    boolean wereTooMany() {
        return tooMany;
    }

    /** How many lines were too many to be shown. */
    int leftOut() {
        return leftOut;
    }

    List<Paragraph> tooMany(List<Line> before, List<Line> after) {
        List<Line> old = before.subList(0, Math.min(MOST_SHOWN, before.size()));
        List<Line> now = after.subList(0, Math.min(MOST_SHOWN, after.size()));
        tooMany = true;
        leftOut += before.size() - old.size() + after.size() - now.size();
        return replaced(old, now);
    }

    List<Paragraph> compare(List<Line> before, List<Line> after) {
        if (before.isEmpty() || after.isEmpty()) return replaced(before, after);
        if (length(before) + length(after) > MOST_CHARACTERS) return framed(before, after);
        List<String> old = words(before);
        List<String> now = words(after);
        if (old.isEmpty() || now.isEmpty()) return replaced(before, after);
        if (old.size() + now.size() > MOST_WORDS) return framed(before, after);
        List<Run> runs = joined(runs(old, now));
        return alike(runs) < LEAST_ALIKE ? replaced(before, after) : paragraphs(runs, before, after);
    }

    private static int length(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.text().length()).sum();
    }

    /** Of a long line that has another in its place, what both begin and end with is the same, and all between is not. */
    private List<Paragraph> framed(List<Line> before, List<Line> after) {
        tooMany = true;
        if (before.size() != 1 || after.size() != 1) return replaced(before, after);
        String old = before.getFirst().text();
        String now = after.getFirst().text();
        int head = together(old, now);
        int most = Math.min(old.length(), now.length()) - head;
        int tail = 0;
        while (tail < most && old.charAt(old.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) tail++;
        while (tail > 0 && (isWithin(old, old.length() - tail) || isWithin(now, now.length() - tail))) tail--;
        if (head + tail < LEAST_ALIKE * Math.max(old.length(), now.length())) return replaced(before, after);
        List<Run> runs = List.of(
                new Run(old.substring(0, head), old.substring(0, head), true),
                new Run(old.substring(head, old.length() - tail), now.substring(head, now.length() - tail), false),
                new Run(old.substring(old.length() - tail), old.substring(old.length() - tail), true));
        return paragraphs(runs, before, after);
    }

    /** How much both begin with, up to the end of a word. */
    private static int together(String old, String now) {
        int most = Math.min(old.length(), now.length());
        int head = 0;
        while (head < most && old.charAt(head) == now.charAt(head)) head++;
        while (head > 0 && (isWithin(old, head) || isWithin(now, head))) head--;
        return head;
    }

    /** Whether a place is within a word, or within one sign. */
    private static boolean isWithin(String text, int place) {
        if (place <= 0 || place >= text.length()) return false;
        char before = text.charAt(place - 1);
        char behind = text.charAt(place);
        return (isLetter(before) && isLetter(behind))
                || Character.isSurrogatePair(before, behind)
                || Character.getType(behind) == Character.NON_SPACING_MARK;
    }

    /** Where words are written without blanks, each sign is one. */
    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }

    private static List<Paragraph> replaced(List<Line> before, List<Line> after) {
        List<Paragraph> all = new ArrayList<>();
        for (Line line : before)
            all.add(new Paragraph(List.of(new Piece(Kind.REMOVED, line.text())), line.number(), 0, Place.STAYED));
        for (Line line : after)
            all.add(new Paragraph(List.of(new Piece(Kind.ADDED, line.text())), 0, line.number(), Place.STAYED));
        return all;
    }

    private static List<String> words(List<Line> lines) {
        return WORD.matcher(lines.stream().map(Line::text).collect(Collectors.joining("\n")))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<Run> runs(List<String> old, List<String> now) {
        List<Run> runs = new ArrayList<>();
        for (Diff.Run run : Diff.runs(old, now)) {
            runs.add(new Run(String.join("", run.before()), String.join("", run.after()), run.same()));
        }
        return runs;
    }

    /** Two changes with nothing but a space between them read better as one. */
    private static List<Run> joined(List<Run> runs) {
        List<Run> all = new ArrayList<>();
        for (Run run : runs) {
            int last = all.size() - 1;
            if (!run.same()
                    && last > 0
                    && all.get(last).before().isBlank()
                    && all.get(last).same()) {
                Run space = all.removeLast();
                Run first = all.removeLast();
                all.add(new Run(
                        first.before() + space.before() + run.before(),
                        first.after() + space.after() + run.after(),
                        false));
            } else {
                all.add(run);
            }
        }
        return all;
    }

    private static double alike(List<Run> runs) {
        int same = 0;
        int most = 1;
        for (Run run : runs) {
            if (run.same()) same += run.before().strip().length();
            most += Math.max(run.before().strip().length(), run.after().strip().length());
        }
        return (double) same / most;
    }

    private static List<Paragraph> paragraphs(List<Run> runs, List<Line> before, List<Line> after) {
        Lines lines = new Lines(before, after);
        for (Run run : runs) {
            if (run.same()) {
                lines.add(Kind.SAME, run.before());
                continue;
            }
            lines.add(Kind.REMOVED, run.before());
            if (run.before().contains("\n") && run.after().contains("\n")) lines.end();
            lines.add(Kind.ADDED, run.after());
        }
        lines.end();
        return lines.done;
    }

    /** Puts pieces together to paragraphs and counts which lines of both texts they stand in. */
    private static final class Lines {
        private final List<Line> before;
        private final List<Line> after;
        private final List<Paragraph> done = new ArrayList<>();
        private List<Piece> line = new ArrayList<>();
        private int left;
        private int right;
        private int leftShown;
        private int rightShown;

        Lines(List<Line> before, List<Line> after) {
            this.before = before;
            this.after = after;
        }

        void add(Kind kind, String text) {
            String[] parts = text.split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    end();
                    if (kind != Kind.ADDED) left++;
                    if (kind != Kind.REMOVED) right++;
                }
                if (parts[i].isEmpty()) continue;
                line.add(new Piece(kind, parts[i]));
                if (kind != Kind.ADDED) leftShown = before.get(left).number();
                if (kind != Kind.REMOVED) rightShown = after.get(right).number();
            }
        }

        void end() {
            if (!line.isEmpty()) done.add(new Paragraph(List.copyOf(line), leftShown, rightShown, Place.STAYED));
            line = new ArrayList<>();
            leftShown = 0;
            rightShown = 0;
        }
    }
}
