package mainline.notices;

import java.util.Arrays;
import java.util.Optional;

/** How much somebody wants to hear of something. */
enum Level {
    ALL("all"),
    /** Only what asks them, answers them or binds them. */
    ASKS("asks"),
    /** What asks or binds them still stands on the site, and is not mailed. */
    NOTHING("nothing");

    private final String code;

    Level(String code) {
        this.code = code;
    }

    /** It is stored, and never changes. */
    String code() {
        return code;
    }

    static Optional<Level> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
