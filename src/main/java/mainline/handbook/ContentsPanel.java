package mainline.handbook;

import gg.jte.Content;
import mainline.community.Here;
import org.jspecify.annotations.Nullable;

/** A part that a module adds to the handbook's table of contents, folded away with what else it is good for. Order by {@code @Order}. */
public interface ContentsPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Here here);
}
