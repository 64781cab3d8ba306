package mainline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawTextComparator;

/** The lines that differ with some around them; the others folded. */
public final class SourceDiff {
    private static final int AROUND = 3;
    private static final int MOST_LINES = 20_000;
    /** Longer folded stretches are not on the page. */
    private static final int LONGEST_FOLDED = 300;

    private SourceDiff() {}

    /**
     * @param sign a blank, a plus or a minus
     * @param before its number in the text before, 0 for added lines
     * @param after its number in the text after, 0 for removed ones
     */
    public record Line(char sign, int before, int after, String text) {}

    /**
     * @param folded how many unchanged lines are folded here; 0 for lines that are shown
     * @param lines none when more are folded than fit a page
     */
    public record Stretch(int folded, List<Line> lines) {}

    /**
     * @param left lines of the text before that are to be seen in any case
     * @param right the same of the text after
     */
    public static List<Stretch> of(Lines before, Lines after, Set<Integer> left, Set<Integer> right) {
        if (before.count() + after.count() > MOST_LINES) return List.of();
        List<Line> all = all(before, after);
        boolean[] shown = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            Line line = all.get(i);
            boolean wanted = line.sign() != ' ' || left.contains(line.before()) || right.contains(line.after());
            for (int at = i - AROUND; wanted && at <= i + AROUND; at++)
                if (at >= 0 && at < shown.length) shown[at] = true;
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int at = 0; at < all.size(); ) {
            int end = at;
            while (end < all.size() && shown[end] == shown[at]) end++;
            List<Line> lines = List.copyOf(all.subList(at, end));
            if (shown[at]) stretches.add(new Stretch(0, lines));
            else stretches.add(new Stretch(lines.size(), lines.size() <= LONGEST_FOLDED ? lines : List.of()));
            at = end;
        }
        return stretches;
    }

    private static List<Line> all(Lines before, Lines after) {
        EditList edits = LineDiff.algorithm().diff(RawTextComparator.DEFAULT, before.raw(), after.raw());
        List<Line> all = new ArrayList<>();
        int left = 0;
        int right = 0;
        for (Edit edit : edits) {
            while (left < edit.getBeginA()) all.add(new Line(' ', ++left, ++right, after.text(right, right)));
            while (left < edit.getEndA()) all.add(new Line('-', ++left, 0, before.text(left, left)));
            while (right < edit.getEndB()) all.add(new Line('+', 0, ++right, after.text(right, right)));
        }
        while (left < before.count()) all.add(new Line(' ', ++left, ++right, after.text(right, right)));
        return all;
    }
}
