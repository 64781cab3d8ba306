package mainline.ideas;

import gg.jte.Content;
import mainline.community.Here;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to an idea's page, in the side column of state and next step. Order by {@code @Order}. */
public interface IdeaPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Idea idea, Here here);

    /** @return one sentence on how it stands with the one thing to do about it; null to leave that to another part */
    default @Nullable Content now(Idea idea, Here here) {
        return null;
    }
}
