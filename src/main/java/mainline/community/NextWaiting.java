package mainline.community;

import java.util.Optional;

/** What a reader is asked next, once they have done one thing; by the module that knows all that waits. */
public interface NextWaiting {
    /** @param left how many ask this reader, this one among them */
    record Next(Awaited first, int left) {}

    /** @param done the path of the page they are on, below the community's, which is not the next one */
    Optional<Next> of(Viewer viewer, String done);
}
