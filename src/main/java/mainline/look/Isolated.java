package mainline.look;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Words of somebody's making in a sentence of ours. Where they are written from right to left they are set apart as Unicode has
 * it (UAX 9, isolates), so that a number or a point beside a name stays where the sentence put it.
 */
final class Isolated {
    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';

    private Isolated() {}

    static @Nullable Object[] gaps(@Nullable Object... gaps) {
        return Arrays.stream(gaps)
                .map(gap -> gap instanceof String words ? words(words) : gap)
                .toArray();
    }

    private static String words(String words) {
        return isApart(words) || words.codePoints().noneMatch(Isolated::runsLeft) ? words : ISOLATE + words + END;
    }

    private static boolean isApart(String words) {
        return !words.isEmpty() && words.charAt(0) == ISOLATE;
    }

    private static boolean runsLeft(int sign) {
        byte direction = Character.getDirectionality(sign);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
