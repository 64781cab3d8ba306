package mainline.text;

import java.util.List;

/** Which lines of a Markdown text belong together: a paragraph whose lines are broken is one, any other line stands alone. */
public final class Blocks {
    private final int[] first;
    private final int[] last;

    /** @param lines without their ends */
    public Blocks(List<String> lines) {
        first = new int[lines.size() + 1];
        last = new int[lines.size() + 1];
        for (int line = 1; line <= lines.size(); line++) first[line] = last[line] = line;
        String text = String.join("\n", lines);
        for (MarkdownSource.Lines paragraph :
                MarkdownSource.of(text, FrontMatter.end(text)).paragraphs()) {
            for (int line = paragraph.first() + 1; line <= Math.min(paragraph.last() + 1, lines.size()); line++) {
                first[line] = paragraph.first() + 1;
                last[line] = Math.min(paragraph.last() + 1, lines.size());
            }
        }
    }

    public int first(int line) {
        return first[line];
    }

    public int last(int line) {
        return last[line];
    }
}
