package mainline.text;

import mainline.kernel.Reason;

/** What a text goes beyond, so that it is shown as it was written instead of laid out. */
enum Limit {
    LENGTH("length"),
    LINES("lines"),
    SIGNS("signs"),
    CELLS("cells"),
    LINKS("links"),
    SIZE("size"),
    TIME("time"),
    BROKEN("broken");

    private final String key;

    Limit(String key) {
        this.key = key;
    }

    Reason reason() {
        return Reason.of("text.as-written." + key);
    }

    Passed passed() {
        return new Passed(this);
    }

    /** Ends the work on a text; nobody reads where that was. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Limit limit;

        private Passed(Limit limit) {
            super(limit.name(), null, false, false);
            this.limit = limit;
        }

        Limit limit() {
            return limit;
        }
    }
}
