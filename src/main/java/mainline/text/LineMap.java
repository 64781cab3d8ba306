package mainline.text;

import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawTextComparator;
import org.jspecify.annotations.Nullable;

/** Where lines of one text are found in another, by what differs between them. Lines count from 1. */
public final class LineMap {
    /** Spaces at the end of a line, and how it ends, do not count. */
    private static final RawTextComparator SAME = RawTextComparator.WS_IGNORE_TRAILING;

    private static final double LITTLE_ALIKE = 0.2;
    private static final double VERY_ALIKE = 0.6;
    private static final int MOST_COMPARED = 1000;

    public enum Fit {
        SAME,
        /** The lines say something else now; what stands nearest was found. */
        CHANGED,
        GONE
    }

    /** @param first 0 when they are gone */
    public record Found(int first, int last, Fit fit) {
        public static final Found NOT = new Found(0, 0, Fit.GONE);
    }

    private final Lines before;
    private final Lines after;
    private final EditList edits;

    public LineMap(Lines before, Lines after) {
        this.before = before;
        this.after = after;
        this.edits = LineDiff.algorithm().diff(SAME, before.raw(), after.raw());
    }

    /** What differs, in order, in lines counted from 0. */
    public EditList edits() {
        return edits;
    }

    public Found find(int first, int last) {
        int from = first - 1;
        int shift = 0;
        int begin = -1;
        Edit touched = null;
        for (Edit edit : edits) {
            if (edit.getBeginA() >= last) break;
            if (edit.getEndA() > from) {
                if (touched == null) begin = edit.getBeginA() <= from ? edit.getBeginB() : from + shift;
                touched = edit;
            }
            shift = edit.getEndB() - edit.getEndA();
        }
        if (touched == null) return new Found(first + shift, last + shift, Fit.SAME);
        int end = touched.getEndA() >= last ? touched.getEndB() : last + shift;
        Found elsewhere = moved(from, last, begin);
        if (elsewhere != null) return elsewhere;
        boolean alone = touched.getLengthA() <= 2 * (last - from);
        return changed(from, last, begin, end, alone);
    }

    /** The same lines among the new ones of the other text; where the lines around are the same too, then the nearest. */
    private @Nullable Found moved(int from, int last, int near) {
        int count = last - from;
        Found best = null;
        int bestScore = -1;
        int bestDistance = 0;
        if (before.text(from + 1, last).isBlank()) return null;
        for (Edit edit : edits) {
            for (int at = edit.getBeginB(); at + count <= edit.getEndB(); at++) {
                if (!sameAt(from, at, count)) continue;
                int score = (neighbour(from, at, -1) ? 1 : 0) + (neighbour(last - 1, at + count - 1, 1) ? 1 : 0);
                int distance = Math.abs(at - near);
                if (score < bestScore || (score == bestScore && distance >= bestDistance)) continue;
                best = new Found(at + 1, at + count, Fit.SAME);
                bestScore = score;
                bestDistance = distance;
            }
        }
        return best;
    }

    private boolean sameAt(int from, int at, int count) {
        for (int i = 0; i < count; i++) if (!SAME.equals(before.raw(), from + i, after.raw(), at + i)) return false;
        return true;
    }

    /** Whether the next lines that say something, in that direction, are the same. */
    private boolean neighbour(int left, int right, int step) {
        int one = next(before, left, step);
        int other = next(after, right, step);
        if (one < 0 || other < 0) return one == other;
        return SAME.equals(before.raw(), one, after.raw(), other);
    }

    private static int next(Lines lines, int at, int step) {
        for (int line = at + step; line >= 0 && line < lines.count(); line += step)
            if (!lines.text(line + 1, line + 1).isBlank()) return line;
        return -1;
    }

    /** @param alone whether little else was replaced with it, so that what came in its place is about the same */
    private Found changed(int from, int last, int begin, int end, boolean alone) {
        Likeness wanted = likeness(before, from + 1, last);
        int count = last - from;
        Window here = mostAlike(wanted, count, begin, Math.min(end, begin + MOST_COMPARED));
        if (here.alike() >= LITTLE_ALIKE) return here.found();
        int compared = 0;
        Window best = new Window(Found.NOT, VERY_ALIKE);
        for (Edit edit : edits) {
            compared += edit.getLengthB();
            if (compared > MOST_COMPARED) break;
            Window there = mostAlike(wanted, count, edit.getBeginB(), edit.getEndB());
            if (there.alike() > best.alike()) best = there;
        }
        if (best.found().fit() != Fit.GONE) return best.found();
        boolean replaced = alone && end > begin && end - begin <= 2 * count;
        return replaced ? here.found() : Found.NOT;
    }

    private record Window(Found found, double alike) {}

    /** So many lines within those (from 0, the end left out) that have most of the words. */
    private Window mostAlike(Likeness wanted, int count, int begin, int end) {
        Window best = new Window(Found.NOT, -1);
        for (int at = begin; at < end && (at == begin || at + count <= end); at++) {
            int first = at;
            int last = Math.min(at + count, end);
            while (last - first > 1 && blank(first)) first++;
            while (last - first > 1 && blank(last - 1)) last--;
            if (blank(first)) continue;
            double alike = wanted.to(likeness(after, first + 1, last));
            if (alike > best.alike()) best = new Window(new Found(first + 1, last, Fit.CHANGED), alike);
        }
        return best;
    }

    /** Only as many lines are read as it takes to tell. */
    private static Likeness likeness(Lines lines, int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int line = first; line <= last && text.length() < Likeness.ENOUGH; line++)
            text.append(lines.text(line, line)).append('\n');
        return Likeness.of(text.toString());
    }

    private boolean blank(int line) {
        return after.text(line + 1, line + 1).isBlank();
    }
}
