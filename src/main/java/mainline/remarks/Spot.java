package mainline.remarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines on a change's page that somebody is about to remark on.
 *
 * @param file its place among the files that are shown, from 0
 * @param left whether the lines stand in the text before, on the left of a comparison
 * @param first counted from 1
 */
record Spot(int file, boolean left, int first, int last) {
    private static final Pattern KEY = Pattern.compile("(\\d{1,4})\\.([ab])(\\d{1,7})-(\\d{1,7})");

    /** As addresses and ids tell it: {@code 0.b12-14}, with b for the right side and a for the left. */
    String key() {
        return file + "." + (left ? "a" : "b") + first + "-" + last;
    }

    /** The id of something that belongs to it. */
    String id(String what) {
        return what + "-" + key().replace('.', '-');
    }

    /** Null for what is none. */
    static @Nullable Spot of(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) return null;
        return new Spot(
                Integer.parseInt(parts.group(1)),
                parts.group(2).equals("a"),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)));
    }
}
