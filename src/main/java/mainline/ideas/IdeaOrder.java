package mainline.ideas;

import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** In which order the ideas of a community are listed. A later module may know a better one than the newest first. */
public interface IdeaOrder {
    /**
     * One page of the order, withdrawn ideas among it.
     *
     * @param clause which all of them serve; null for any
     * @param from where the page before it ended
     */
    Paged<Place> page(CommunityId community, @Nullable Integer clause, Cursor from, int size);

    /** What the order goes by, in a sentence above the list; null where the list explains itself. */
    @Nullable
    Reason explained();

    /** @param why it stands there, said beside it; null where that explains itself */
    record Place(Subject idea, @Nullable Reason why) {}
}
