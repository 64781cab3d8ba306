package mainline.community;

import java.io.Serial;

/** Someone asked by an address that a community had before: they are led to the present one. */
public final class Moved extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String present;

    Moved(String former, String present) {
        super(former + " is " + present);
        this.present = present;
    }

    /** The same address in the community's present place. */
    public String instead(String path) {
        return path.replaceFirst("^(/api/v1)?/[^/]*", "$1/" + present);
    }
}
