package mainline.look;

import gg.jte.Content;
import mainline.text.Diff;

/** What a page adds to each paragraph of a difference. */
public interface DiffMargin {
    /** Beside it. */
    Content mark(Diff.Paragraph paragraph);

    /** Below it. */
    Content under(Diff.Paragraph paragraph);

    /** Whether a folded stretch is shown open, for what stands below one of its paragraphs. */
    boolean opens(Diff.Stretch stretch);
}
