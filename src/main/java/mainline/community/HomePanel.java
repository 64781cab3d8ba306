package mainline.community;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to a community's home, below its mission. It is asked at every view, so it must cost little. */
public interface HomePanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Here here);
}
