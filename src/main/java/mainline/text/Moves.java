package mainline.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.text.Diff.Kind;
import mainline.text.Diff.Line;
import mainline.text.Diff.Paragraph;
import mainline.text.Diff.Piece;
import mainline.text.Diff.Place;
import mainline.text.Diff.Run;

/** Finds paragraphs that stand elsewhere now, alike word for word or nearly so, and tells them from gone and new ones. */
final class Moves {
    /** Shorter paragraphs are found in too many places to say that one moved. */
    private static final int FEWEST_WORDS = 3;

    private static final int FEWEST_WORDS_CHANGED = 6;
    private static final int LONGEST_CHANGED = 3000;
    private static final int MOST_CHANGED = 300;
    private static final double LEAST_ALIKE = 0.6;

    /** A paragraph that a run lost or got; {@code at} counts in its text. */
    private record Lone(int run, int at, String text, Likeness words) {}

    private record Pair(Lone from, Lone to, double alike) {}

    private final Map<Integer, Integer> to = new HashMap<>();
    private final Map<Integer, Integer> from = new HashMap<>();

    private Moves() {}

    static Moves of(List<Run> runs) {
        Moves moves = new Moves();
        List<Lone> lost = new ArrayList<>();
        List<Lone> got = new ArrayList<>();
        int left = 0;
        int right = 0;
        for (int n = 0; n < runs.size(); n++) {
            Run run = runs.get(n);
            if (!run.same()) {
                collect(lost, n, left, run.before());
                collect(got, n, right, run.after());
            }
            left += run.before().size();
            right += run.after().size();
        }
        if (lost.isEmpty() || got.isEmpty()) return moves;
        moves.pairEqual(lost, got);
        moves.pairAlike(
                lost.stream()
                        .filter(lone -> moves.mayHaveChanged(lone, moves.to))
                        .toList(),
                got.stream()
                        .filter(lone -> moves.mayHaveChanged(lone, moves.from))
                        .toList());
        moves.pairNeighbours(lost, got);
        return moves;
    }

    private static void collect(List<Lone> all, int run, int start, List<String> lines) {
        for (int i = 0; i < lines.size(); i++)
            all.add(new Lone(run, start + i, lines.get(i), Likeness.of(lines.get(i))));
    }

    private void pair(Lone lost, Lone got) {
        to.put(lost.at(), got.at());
        from.put(got.at(), lost.at());
    }

    private void pairEqual(List<Lone> lost, List<Lone> got) {
        Map<String, Deque<Lone>> byText = new HashMap<>();
        got.forEach(lone ->
                byText.computeIfAbsent(lone.text(), text -> new ArrayDeque<>()).add(lone));
        for (Lone lone : lost) {
            Deque<Lone> equal = byText.get(lone.text());
            if (equal != null && !equal.isEmpty() && lone.words().size() >= FEWEST_WORDS) pair(lone, equal.poll());
        }
    }

    private boolean mayHaveChanged(Lone lone, Map<Integer, Integer> paired) {
        return !paired.containsKey(lone.at())
                && lone.words().size() >= FEWEST_WORDS_CHANGED
                && lone.text().length() <= LONGEST_CHANGED;
    }

    /** The most alike first; what has a likelier counterpart in its own place did not move. */
    private void pairAlike(List<Lone> lost, List<Lone> got) {
        if (lost.size() > MOST_CHANGED || got.size() > MOST_CHANGED) return;
        List<Pair> pairs = new ArrayList<>();
        for (Lone one : lost) {
            for (Lone other : got) {
                double alike = one.words().to(other.words());
                if (alike >= LEAST_ALIKE) pairs.add(new Pair(one, other, alike));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::alike)
                .reversed()
                .thenComparing(pair -> pair.from().run() != pair.to().run()));
        Map<Integer, Integer> stayed = new HashMap<>();
        for (Pair pair : pairs) {
            int one = pair.from().at();
            int other = pair.to().at();
            if (to.containsKey(one) || from.containsKey(other)) continue;
            if (stayed.containsKey(one) || stayed.containsValue(other)) continue;
            if (pair.from().run() == pair.to().run()) stayed.put(one, other);
            else pair(pair.from(), pair.to());
        }
    }

    /** What is too short to be told by itself, such as a heading or a line of a table, goes with its neighbour. */
    private void pairNeighbours(List<Lone> lost, List<Lone> got) {
        Map<Integer, Lone> byPlace = new HashMap<>();
        got.forEach(lone -> byPlace.put(lone.at(), lone));
        for (Lone lone : lost) follow(lone, byPlace, -1);
        for (Lone lone : lost.reversed()) follow(lone, byPlace, 1);
    }

    private void follow(Lone lone, Map<Integer, Lone> got, int neighbour) {
        Integer there = to.get(lone.at() + neighbour);
        if (there == null || to.containsKey(lone.at())) return;
        Lone other = got.get(there - neighbour);
        if (other != null && !from.containsKey(other.at()) && other.text().equals(lone.text())) pair(lone, other);
    }

    /** One run's paragraphs: moved ones at both their places, the others compared. */
    List<Paragraph> compare(
            List<Line> before, int left, int leftEnd, List<Line> after, int right, int rightEnd, WordDiff words) {
        List<Line> old = new ArrayList<>();
        List<Line> now = new ArrayList<>();
        for (int at = left; at < leftEnd; at++) if (!to.containsKey(at)) old.add(before.get(at));
        for (int at = right; at < rightEnd; at++) if (!from.containsKey(at)) now.add(after.get(at));
        Deque<Paragraph> gone = gone(before, left, leftEnd, after);
        Deque<Paragraph> come = come(before, after, right, rightEnd, words);
        List<Paragraph> all = new ArrayList<>();
        for (Paragraph paragraph : words.compare(old, now)) {
            while (isNext(gone.peek(), paragraph.before(), true)) all.add(gone.remove());
            while (isNext(come.peek(), paragraph.after(), false)) all.add(come.remove());
            all.add(paragraph);
        }
        all.addAll(gone);
        all.addAll(come);
        return all;
    }

    private static boolean isNext(@org.jspecify.annotations.Nullable Paragraph moved, int line, boolean left) {
        return moved != null && line > 0 && (left ? moved.before() : moved.after()) < line;
    }

    private Deque<Paragraph> gone(List<Line> before, int left, int leftEnd, List<Line> after) {
        Deque<Paragraph> all = new ArrayDeque<>();
        for (int at = left; at < leftEnd; at++) {
            Integer there = to.get(at);
            if (there == null) continue;
            Piece piece = new Piece(Kind.REMOVED, before.get(at).text());
            if (at > left && follows(at, there)) {
                Paragraph first = all.removeLast();
                List<Piece> pieces = new ArrayList<>(first.pieces());
                pieces.add(piece);
                all.add(new Paragraph(List.copyOf(pieces), first.before(), first.after(), Place.LEFT));
            } else {
                all.add(new Paragraph(
                        List.of(piece),
                        before.get(at).number(),
                        after.get(there).number(),
                        Place.LEFT));
            }
        }
        return all;
    }

    private boolean follows(int at, int there) {
        Integer previous = to.get(at - 1);
        return previous != null && previous == there - 1;
    }

    private Deque<Paragraph> come(List<Line> before, List<Line> after, int right, int rightEnd, WordDiff words) {
        Deque<Paragraph> all = new ArrayDeque<>();
        for (int at = right; at < rightEnd; at++) {
            Integer there = from.get(at);
            if (there == null) continue;
            Place place = at > right && follows(there, at) ? Place.FOLLOWED : Place.ARRIVED;
            Line old = before.get(there);
            Line now = after.get(at);
            List<Piece> pieces = old.text().equals(now.text())
                    ? List.of(new Piece(Kind.SAME, now.text()))
                    : words.compare(List.of(old), List.of(now)).stream()
                            .flatMap(part -> part.pieces().stream())
                            .toList();
            all.add(new Paragraph(pieces, old.number(), now.number(), place));
        }
        return all;
    }
}
