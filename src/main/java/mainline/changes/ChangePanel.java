package mainline.changes;

import gg.jte.Content;
import mainline.community.Here;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to a change's page, in the side column. Order by {@code @Order}. */
public interface ChangePanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Change change, Here here);
}
