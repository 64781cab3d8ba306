package mainline.changes;

import java.util.List;
import java.util.regex.Pattern;

/** Which lines of a Markdown text belong together: a paragraph whose lines are broken is one, a heading another. */
final class Blocks {
    private static final Pattern BEGINNING =
            Pattern.compile("\\s*(#{1,6}\\s.*|\\|.*|>.*|([-*+]|\\d{1,9}[.)])\\s.*|(-{3,}|\\*{3,}|_{3,}|={3,})\\s*)");
    private static final Pattern ALONE = Pattern.compile("\\s*(#{1,6}\\s.*|\\|.*|(-{3,}|\\*{3,}|_{3,}|={3,})\\s*)");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");

    private final int[] first;
    private final int[] last;

    Blocks(List<String> lines) {
        first = new int[lines.size() + 1];
        last = new int[lines.size() + 1];
        boolean fenced = false;
        boolean goesOn = false;
        for (int line = 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1);
            boolean fence = FENCE.matcher(text).matches();
            boolean joins = goesOn
                    && !fence
                    && !fenced
                    && !text.isBlank()
                    && !BEGINNING.matcher(text).matches();
            first[line] = joins ? first[line - 1] : line;
            goesOn =
                    !fence && !fenced && !text.isBlank() && !ALONE.matcher(text).matches();
            if (fence) fenced = !fenced;
        }
        for (int line = lines.size(); line >= 1; line--)
            last[line] = line < lines.size() && first[line + 1] == first[line] ? last[line + 1] : line;
    }

    int first(int line) {
        return first[line];
    }

    int last(int line) {
        return last[line];
    }
}
