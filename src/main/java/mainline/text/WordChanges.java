package mainline.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which words a text lost and which it gained; a word is what stands between spaces, so where lines break does not count.
 *
 * @param removed in the order in which they stood
 * @param added in the order in which they stand
 */
public record WordChanges(List<String> removed, List<String> added) {
    /** @return nothing when more than so many words stand between the first and the last that differ */
    public static Optional<WordChanges> of(String before, String after, int most) {
        List<String> old = words(before);
        List<String> now = words(after);
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) head++;
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) tail++;
        List<String> left = old.subList(head, old.size() - tail);
        List<String> came = now.subList(head, now.size() - tail);
        if (Math.max(left.size(), came.size()) > most) return Optional.empty();
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (Diff.Run run : Diff.runs(left, came)) {
            if (run.same()) continue;
            removed.addAll(run.before());
            added.addAll(run.after());
        }
        return Optional.of(new WordChanges(List.copyOf(removed), List.copyOf(added)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /** How many words differ: a word in the place of another is one. */
    public int size() {
        return Math.max(removed.size(), added.size());
    }
}
