package mainline.stewardship;

import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something about the stewards that somebody should see to.
 *
 * @param loud whether it stands above everything else
 * @param nominate the path of the area for which somebody is looked for; null when that would not help
 */
record Warning(Reason text, boolean loud, @Nullable String nominate) {
    static Warning of(String key, Object... gaps) {
        return new Warning(Reason.of(key, gaps), false, null);
    }

    Warning loudly() {
        return new Warning(text, true, nominate);
    }

    Warning nominating(String area) {
        return new Warning(text, loud, area);
    }
}
