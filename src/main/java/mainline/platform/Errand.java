package mainline.platform;

/**
 * A kind of late work. It waits in the database with the act it belongs to, so its payload may be read by a later
 * release: what is added to the record needs a value for when it is missing.
 *
 * @param name unique and lasting: the database remembers by it who has to do the work
 */
public record Errand<P extends Record>(String name, Class<P> payload) {
    static final String PREFIX = "errand.";

    /** What db-scheduler calls it, apart from every {@link Job}. */
    String task() {
        return PREFIX + name;
    }
}
