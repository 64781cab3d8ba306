package mainline.community;

import java.util.List;
import java.util.Optional;

/** All that asks a reader, counted, and what is next of it; by the module that knows every kind. */
public interface AllWaiting {
    /** @param left how many ask this reader, this one among them */
    record Next(Awaited first, int left) {}

    /**
     * What follows the page they are on, where that asks them; else what is first.
     *
     * @param page its path below the community's
     */
    Optional<Next> next(Viewer viewer, String page);

    /** All that asks them, what ends soonest first. */
    List<Awaited> soonest(Viewer viewer);

    /** How many ask this reader; none who does not belong here. */
    int asked(Viewer viewer);

    /** They have done something, so what asks them is counted anew. */
    void acted(Viewer viewer);
}
