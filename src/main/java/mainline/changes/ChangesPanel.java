package mainline.changes;

import gg.jte.Content;
import mainline.community.Here;
import org.jspecify.annotations.Nullable;

/** A part that a later module puts above the list of changes. Order by {@code @Order}. */
public interface ChangesPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Here here);
}
