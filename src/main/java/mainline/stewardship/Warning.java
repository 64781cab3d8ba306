package mainline.stewardship;

import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something about the stewards that somebody should see to.
 *
 * @param loud whether it stands above everything else
 * @param mend whether the file of stewards has to be mended
 * @param nominate the path of the area for which somebody is looked for; null when that would not help
 */
record Warning(
        Reason text, boolean loud, boolean mend, @Nullable String nominate) {
    static Warning of(String key, Object... gaps) {
        return of(Reason.of(key, gaps));
    }

    static Warning of(Reason text) {
        return new Warning(text, false, false, null);
    }

    Warning loudly() {
        return new Warning(text, true, mend, nominate);
    }

    Warning mending() {
        return new Warning(text, loud, true, nominate);
    }

    Warning nominating(String area) {
        return new Warning(text, loud, mend, area);
    }
}
