package mainline.remarks;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import mainline.changes.Touched;
import mainline.handbook.PageText;
import mainline.text.Diff;
import mainline.text.Lines;
import mainline.text.SourceDiff;
import org.jspecify.annotations.Nullable;

/**
 * One file of a change, by words or by lines; a page that is new, as it will be read.
 *
 * @param page what is new, part by part; none when it is shown otherwise
 * @param words by words; nothing when it is shown otherwise
 * @param lines by lines; nothing when it is shown by words
 * @param margin what stands beside and below it
 * @param shots of a picture; null for any other file
 */
record FileDiff(
        Touched file,
        boolean readable,
        boolean byLines,
        List<PageText.Block> page,
        Diff words,
        List<SourceDiff.Stretch> lines,
        FileMargin margin,
        @Nullable Shots shots) {

    /** The addresses of a picture before and after, below the community's; null where there is none. */
    record Shots(@Nullable String before, @Nullable String after) {}

    /**
     * @param handbook where the handbook is, for links within it
     * @param source whether by lines even where there are words
     * @param left lines of the text before that are to be seen in any case
     * @param right the same of the text after
     */
    static FileDiff of(
            Touched file,
            String handbook,
            Lines before,
            Lines after,
            boolean source,
            Set<Integer> left,
            Set<Integer> right,
            FileMargin margin,
            @Nullable Shots shots) {
        String old = before.text();
        String now = after.text();
        boolean byLines = source || !file.isPage();
        boolean isNew = file.kind() == Touched.Kind.NEW && !byLines;
        return new FileDiff(
                file,
                !old.isEmpty() || !now.isEmpty(),
                byLines,
                isNew ? PageText.blocks(handbook, file.path(), now) : List.of(),
                byLines || isNew ? Diff.NOTHING : Diff.of(old, now),
                byLines ? SourceDiff.of(before, after, left, right) : List.of(),
                margin,
                shots);
    }

    /** The numbers of the lines of one side that are on the page. */
    NavigableSet<Integer> shown(boolean left) {
        NavigableSet<Integer> numbers = new TreeSet<>();
        if (!left) page.forEach(block -> numbers.add(block.first() + 1));
        for (Diff.Stretch stretch : words.stretches())
            stretch.paragraphs().forEach(p -> numbers.add(left ? p.leftLine() : p.rightLine()));
        for (SourceDiff.Stretch stretch : lines)
            stretch.lines().forEach(line -> numbers.add(left ? line.before() : line.after()));
        numbers.remove(0);
        return numbers;
    }
}
