package mainline.discussion;

import gg.jte.Content;
import mainline.community.Here;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to the page of anything that is discussed, above its discussion. */
public interface DiscussedPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Subject about, Here here);
}
