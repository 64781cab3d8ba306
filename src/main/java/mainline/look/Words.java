package mainline.look;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mainline.look.Diff.Kind;
import mainline.look.Diff.Line;
import mainline.look.Diff.Paragraph;
import mainline.look.Diff.Piece;
import mainline.look.Diff.Place;

/** Compares changed paragraphs word by word, as far as that helps a reader. */
final class Words {
    private static final int MOST_WORDS = 5000;
    private static final double LEAST_ALIKE = 0.25;
    private static final Pattern WORD = Pattern.compile(
            "\\n|[\\s&&[^\\n]]+|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}_]+|.", Pattern.DOTALL);

    /** A stretch of words: what stood there before and what stands there after. */
    private record Run(String before, String after, boolean same) {}

    private Words() {}

    static List<Paragraph> compare(List<Line> before, List<Line> after) {
        List<String> old = words(before);
        List<String> now = words(after);
        if (old.isEmpty() || now.isEmpty() || old.size() + now.size() > MOST_WORDS) return replaced(before, after);
        List<Run> runs = joined(runs(old, now));
        return alike(runs) < LEAST_ALIKE ? replaced(before, after) : paragraphs(runs, before, after);
    }

    static List<Paragraph> replaced(List<Line> before, List<Line> after) {
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
