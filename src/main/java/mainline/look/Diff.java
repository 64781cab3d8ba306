package mainline.look;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two texts, paragraph by paragraph and, inside those, word by word; blank lines do not count.
 * Texts so long or so different that comparing words would take noticeable time are compared more coarsely.
 */
public record Diff(List<Stretch> stretches) {
    private static final int MOST_PARAGRAPHS = 6000;
    private static final int CONTEXT = 1;
    private static final int WORTH_FOLDING = 3;

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    public record Piece(Kind kind, String text) {}

    public record Paragraph(List<Piece> pieces) {
        public boolean changed() {
            return pieces.stream().anyMatch(piece -> piece.kind() != Kind.SAME);
        }
    }

    /** Paragraphs in a row; the folded ones are unchanged and far from any change. */
    public record Stretch(boolean folded, List<Paragraph> paragraphs) {}

    public static Diff of(String before, String after) {
        return new Diff(fold(compare(paragraphs(before), paragraphs(after))));
    }

    /** Whether no word differs. */
    public boolean isEmpty() {
        return stretches.stream()
                .flatMap(stretch -> stretch.paragraphs().stream())
                .noneMatch(Paragraph::changed);
    }

    private static List<String> paragraphs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(String::stripTrailing)
                .toList();
    }

    private static List<Paragraph> compare(List<String> before, List<String> after) {
        if (before.size() + after.size() > MOST_PARAGRAPHS) {
            return before.equals(after) ? same(before) : Words.replaced(before, after);
        }
        List<Paragraph> all = new ArrayList<>();
        for (Run run : runs(before, after)) {
            all.addAll(run.same() ? same(run.before()) : Words.compare(run.before(), run.after()));
        }
        return all;
    }

    /** What stood in one place before and what stands there after, in paragraphs or in words. */
    record Run(List<String> before, List<String> after, boolean same) {}

    static List<Run> runs(List<String> before, List<String> after) {
        List<Run> runs = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            Run run = new Run(
                    delta.getSource().getLines(), delta.getTarget().getLines(), delta.getType() == DeltaType.EQUAL);
            boolean goesOn = !runs.isEmpty() && runs.getLast().same() == run.same();
            runs.add(goesOn ? joined(runs.removeLast(), run) : run);
        }
        return runs;
    }

    private static Run joined(Run first, Run second) {
        List<String> before = new ArrayList<>(first.before());
        before.addAll(second.before());
        List<String> after = new ArrayList<>(first.after());
        after.addAll(second.after());
        return new Run(before, after, first.same());
    }

    private static List<Paragraph> same(List<String> lines) {
        return lines.stream()
                .map(line -> new Paragraph(List.of(new Piece(Kind.SAME, line))))
                .toList();
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
