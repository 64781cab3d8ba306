package mainline.decisions;

import gg.jte.Content;
import mainline.community.Here;
import org.jspecify.annotations.Nullable;

/** A part that another module, or another file of this one, adds to a decision's page. Order by {@code @Order}. */
public interface DecisionPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Decision decision, Here here);
}
