package mainline.decisions;

import gg.jte.Content;
import mainline.community.Here;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to the page of the rules, such as how they are changed. */
public interface RulesPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Here here);
}
