package mainline.people;

import java.io.Serial;

/** A program asked for what it needs an access token for, or came with one that is none. */
public final class TokenNeeded extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public TokenNeeded() {
        super("no access token that does", null, false, false);
    }
}
