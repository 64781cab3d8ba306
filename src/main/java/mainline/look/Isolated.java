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
    /** Nothing before this block runs from right to left. */
    private static final char HEBREW = '\u0590';

    private Isolated() {}

    /** A page says a hundred sentences, and hardly any of them has such words: then they are what they were. */
    static @Nullable Object[] gaps(@Nullable Object... gaps) {
        for (Object gap : gaps) if (needsIt(gap)) return apart(gaps);
        return gaps;
    }

    private static @Nullable Object[] apart(@Nullable Object... gaps) {
        return Arrays.stream(gaps)
                .map(gap -> needsIt(gap) ? ISOLATE + String.valueOf(gap) + END : gap)
                .toArray();
    }

    private static boolean needsIt(@Nullable Object gap) {
        return gap instanceof String words && !isApart(words) && holdsSuchWords(words);
    }

    private static boolean isApart(String words) {
        return !words.isEmpty() && words.charAt(0) == ISOLATE;
    }

    private static boolean holdsSuchWords(String words) {
        for (int i = 0; i < words.length(); i++)
            if (words.charAt(i) >= HEBREW && runsLeft(words.codePointAt(i))) return true;
        return false;
    }

    private static boolean runsLeft(int sign) {
        byte direction = Character.getDirectionality(sign);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
