package mainline.proof;

import java.io.Serial;

/** A text or a file that is not what it should be; the message says what is wrong with it. */
public final class Malformed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Malformed(String what) {
        super(what);
    }
}
