package mainline.community;

import java.util.List;

/**
 * By which a module says what waits for somebody: for this person alone, or for whoever wants to help. Order by
 * {@code @Order}: votes that end, people, what waits for this person, then work that anyone can take up.
 */
public interface Waiting {
    /** A few things at most, the most urgent first; none where nothing waits. */
    List<Awaited> of(Viewer viewer);
}
