package mainline.kernel;

import java.io.Serial;

/** What was asked for does not exist, or not for this viewer: a 404, never a hint which of the two. */
public final class Missing extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Missing(String what) {
        super(what);
    }
}
