package mainline.handbook;

import gg.jte.Content;
import mainline.community.Here;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to a page of the handbook, in the side column. Order by {@code @Order}. */
public interface PagePanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(HandbookPage page, Here here);
}
