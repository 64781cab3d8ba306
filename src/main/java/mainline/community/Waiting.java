package mainline.community;

import java.util.List;
import mainline.platform.Movement;

/**
 * By which a module says what waits for somebody: for this person alone, or for whoever wants to help. Order by
 * {@code @Order}: votes that end, people, what waits for this person, then work that anyone can take up.
 */
public interface Waiting {
    /** So many at most of what asks the viewer; whoever owes more than these is told of the rest when they are done. */
    int MANY = 50;

    /**
     * The most urgent first; none where nothing waits. Of what asks the viewer all, up to {@link #MANY}, since it is
     * counted; of what anyone can do, a few.
     */
    List<Awaited> of(Viewer viewer);

    /** Whether that could make another thing wait, or one no longer; it is asked for again only then. */
    default boolean isMovedBy(Movement movement) {
        return !movement.isSilent() && !movement.verb().startsWith("comment.");
    }

    /** Whether it is the viewer's word that is wanted, so that nobody else can give it for them. */
    default boolean asksViewer() {
        return false;
    }
}
