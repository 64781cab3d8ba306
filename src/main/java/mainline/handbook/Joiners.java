package mainline.handbook;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * The two characters without width that scripts and emoji need in the middle of words: U+200C keeps letters apart, as in
 * Persian, U+200D brings them together. Anywhere else they only hide.
 */
final class Joiners {
    private static final char APART = '\u200c';
    private static final char TOGETHER = '\u200d';

    private static final Set<UnicodeScript> CURSIVE = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.MANDAIC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN);

    private static final Set<UnicodeScript> INDIC = EnumSet.of(
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private Joiners() {}

    static boolean isOneNeeded(String text, int at) {
        char c = text.charAt(at);
        if ((c != APART && c != TOGETHER) || at == 0 || at + 1 == text.length()) return false;
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at + 1);
        // The last letter of a word may need it too.
        if (c == TOGETHER && INDIC.contains(UnicodeScript.of(before))) return after != APART && after != TOGETHER;
        if (c == TOGETHER && isPicture(before) && Character.isEmoji(after)) return true;
        return isOfOneKind(before, after, CURSIVE) || isOfOneKind(before, after, INDIC);
    }

    private static boolean isOfOneKind(int before, int after, Set<UnicodeScript> kind) {
        return kind.contains(UnicodeScript.of(before)) && kind.contains(UnicodeScript.of(after));
    }

    private static boolean isPicture(int c) {
        return c == 0xFE0F || (c > 127 && (Character.isEmoji(c) || Character.isEmojiModifier(c)));
    }

    static String without(String text) {
        return text.indexOf(APART) < 0 && text.indexOf(TOGETHER) < 0
                ? text
                : text.replace(String.valueOf(APART), "").replace(String.valueOf(TOGETHER), "");
    }
}
