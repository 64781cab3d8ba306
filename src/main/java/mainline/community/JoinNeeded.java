package mainline.community;

import java.io.Serial;

/** Someone who is not a member asked for what members do: they are shown how to join. */
public final class JoinNeeded extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String slug;

    JoinNeeded(String slug) {
        super("not a member of " + slug);
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
