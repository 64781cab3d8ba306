package mainline.remarks;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;
import mainline.handbook.PageText;
import mainline.look.DiffMargin;
import mainline.text.Blocks;
import mainline.text.Diff;
import mainline.text.SourceDiff;

/**
 * What stands beside and below the paragraphs or lines of one file of a change: where to remark on them, what was
 * remarked, and the form for a new remark.
 */
final class FileMargin implements DiffMargin {
    private static final Content NOTHING = output -> {};

    private final int file;
    private final Blocks left;
    private final Blocks right;
    private final Function<Spot, Content> link;
    private final Set<Integer> markedLeft = new HashSet<>();
    private final Set<Integer> markedRight = new HashSet<>();
    private final Map<Integer, List<Content>> underLeft = new HashMap<>();
    private final Map<Integer, List<Content>> underRight = new HashMap<>();

    /** @param link to remark there; empty content for whoever may not */
    FileMargin(int file, Blocks left, Blocks right, Function<Spot, Content> link) {
        this.file = file;
        this.left = left;
        this.right = right;
        this.link = link;
    }

    /**
     * Puts something below the line that is shown nearest.
     *
     * @param shown the lines of that side which the page shows
     * @return false when none is shown
     */
    boolean put(boolean onLeft, int line, NavigableSet<Integer> shown, Content content) {
        Integer place = shown.floor(line);
        if (place == null) place = shown.ceiling(line);
        if (place == null) return false;
        (onLeft ? underLeft : underRight)
                .computeIfAbsent(place, at -> new ArrayList<>())
                .add(content);
        return true;
    }

    @Override
    public Content mark(Diff.Paragraph paragraph) {
        int now = paragraph.rightLine();
        int old = paragraph.leftLine();
        if (now > 0)
            return markedRight.contains(now)
                    ? link.apply(new Spot(file, false, right.first(now), right.last(now)))
                    : NOTHING;
        return markedLeft.contains(old) ? link.apply(new Spot(file, true, left.first(old), left.last(old))) : NOTHING;
    }

    /** Marks of each paragraph whose lines are broken only the last line, the last shown one if there is one. */
    void mark(Diff words) {
        Map<Integer, Integer> onRight = new HashMap<>();
        Map<Integer, Integer> onLeft = new HashMap<>();
        Comparator<Diff.Stretch> foldedFirst = Comparator.comparing(stretch -> !stretch.folded());
        words.stretches().stream()
                .sorted(foldedFirst)
                .flatMap(stretch -> stretch.paragraphs().stream())
                .forEach(paragraph -> {
                    int now = paragraph.rightLine();
                    int old = paragraph.leftLine();
                    if (now > 0) onRight.put(right.first(now), now);
                    else if (old > 0 && paragraph.place() == Diff.Place.STAYED) onLeft.put(left.first(old), old);
                });
        markedRight.addAll(onRight.values());
        markedLeft.addAll(onLeft.values());
    }

    Content mark(PageText.Block block) {
        return link.apply(new Spot(file, false, block.first() + 1, block.last() + 1));
    }

    Content under(PageText.Block block) {
        return under(0, block.first() + 1);
    }

    Content mark(SourceDiff.Line line) {
        return link.apply(
                line.after() > 0
                        ? new Spot(file, false, line.after(), line.after())
                        : new Spot(file, true, line.before(), line.before()));
    }

    @Override
    public Content under(Diff.Paragraph paragraph) {
        return under(paragraph.leftLine(), paragraph.rightLine());
    }

    Content under(SourceDiff.Line line) {
        return under(line.before(), line.after());
    }

    private Content under(int old, int now) {
        List<Content> both = new ArrayList<>(underLeft.getOrDefault(old, List.of()));
        both.addAll(underRight.getOrDefault(now, List.of()));
        return both.isEmpty() ? NOTHING : output -> both.forEach(content -> content.writeTo(output));
    }

    @Override
    public boolean opens(Diff.Stretch stretch) {
        return stretch.paragraphs().stream()
                .anyMatch(paragraph ->
                        underLeft.containsKey(paragraph.leftLine()) || underRight.containsKey(paragraph.rightLine()));
    }
}
