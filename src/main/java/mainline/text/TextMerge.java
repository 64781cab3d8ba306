package mainline.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;
import org.jspecify.annotations.Nullable;

/**
 * One text from two that grew out of the same: line by line where they agree, and paragraph by paragraph where they
 * contradict each other.
 */
public record TextMerge(List<Passage> passages) {
    public sealed interface Passage {}

    /** Both sides can stand with it. */
    public record Agreed(String text) implements Passage {}

    /**
     * Paragraphs that both sides changed.
     *
     * @param key names it by what it says, so that a choice still fits when something else of the text moves on
     * @param before what both began with
     * @param theirs what the handbook says now
     * @param mine what the author wrote
     */
    public record Contested(String key, String before, String theirs, String mine) implements Passage {
        public String both() {
            if (theirs.isBlank()) return mine;
            if (mine.isBlank()) return theirs;
            String first = theirs.endsWith("\n") ? theirs : theirs + "\n";
            boolean goesOn = MarkdownSource.of(first, 0).endsInParts();
            return first.endsWith("\n\n") || goesOn ? first + mine : first + "\n" + mine;
        }
    }

    /** The one text; nothing when both sides changed the same lines. */
    public static Optional<String> clean(String before, String theirs, String mine) {
        if (mine.equals(before) || mine.equals(theirs)) return Optional.of(theirs);
        if (theirs.equals(before)) return Optional.of(mine);
        return of(before, theirs, mine).text(contested -> null);
    }

    public static TextMerge of(String before, String theirs, String mine) {
        MergeResult<RawText> merged =
                LineDiff.merging().merge(RawTextComparator.DEFAULT, raw(before), raw(theirs), raw(mine));
        Paragraphs paragraphs = new Paragraphs();
        for (MergeChunk chunk : merged) {
            RawText from = merged.getSequences().get(chunk.getSequenceIndex());
            switch (chunk.getConflictState()) {
                case NO_CONFLICT -> {
                    for (int line = chunk.getBegin(); line < chunk.getEnd(); line++)
                        paragraphs.agreed(from.getString(line, line + 1, false));
                }
                case FIRST_CONFLICTING_RANGE, BASE_CONFLICTING_RANGE, NEXT_CONFLICTING_RANGE ->
                    paragraphs.contested(
                            chunk.getSequenceIndex(), from.getString(chunk.getBegin(), chunk.getEnd(), false));
            }
        }
        return new TextMerge(paragraphs.done());
    }

    private static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }

    public List<Contested> contested() {
        return passages.stream()
                .filter(Contested.class::isInstance)
                .map(Contested.class::cast)
                .toList();
    }

    /** The whole text; nothing as long as {@code chosen} has no answer to one of the conflicts. */
    public Optional<String> text(Function<Contested, @Nullable String> chosen) {
        StringBuilder text = new StringBuilder();
        for (Passage passage : passages) {
            switch (passage) {
                case Agreed agreed -> text.append(agreed.text());
                case Contested contested -> {
                    String choice = chosen.apply(contested);
                    if (choice == null) return Optional.empty();
                    text.append(choice);
                }
            }
        }
        return Optional.of(text.toString());
    }

    /** Gathers lines into paragraphs; those with a conflict in them are told from all three sides. */
    private static final class Paragraphs {
        private final List<Passage> done = new ArrayList<>();
        private final Map<String, Integer> keys = new HashMap<>();
        private final StringBuilder[] sides = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        private boolean contested;

        void agreed(String line) {
            for (StringBuilder side : sides) side.append(line);
            if (line.isBlank()) end();
        }

        void contested(int side, String text) {
            sides[side].append(text);
            contested = true;
        }

        private void end() {
            String before = sides[0].toString();
            String theirs = sides[1].toString();
            String mine = sides[2].toString();
            for (StringBuilder side : sides) side.setLength(0);
            if (contested) done.add(new Contested(key(before, theirs, mine), before, theirs, mine));
            else if (!done.isEmpty() && done.getLast() instanceof Agreed(String text))
                done.set(done.size() - 1, new Agreed(text + mine));
            else if (!mine.isEmpty()) done.add(new Agreed(mine));
            contested = false;
        }

        private String key(String... texts) {
            byte[] all = String.join("\0", texts).getBytes(StandardCharsets.UTF_8);
            String name = HexFormat.of().formatHex(Constants.newMessageDigest().digest(all), 0, 6);
            int n = keys.merge(name, 1, Integer::sum);
            return n == 1 ? name : name + "-" + n;
        }

        List<Passage> done() {
            end();
            return List.copyOf(done);
        }
    }
}
