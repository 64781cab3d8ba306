package mainline.handbook;

import java.text.Normalizer;
import java.util.Locale;

/** Letters as search compares them: small, without accents, and one for those that people type for one another. */
final class Folding {
    private static final String FROM = "łøđðħŧıȷŋςیىک";
    private static final String TO = "loddhtijnσييك";

    private Folding() {}

    static String of(String text) {
        if (isPlain(text)) return text.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> !isMark(c) && c != 'ـ')
                .forEach(folded::appendCodePoint);
        String small = folded.toString().toLowerCase(Locale.ROOT);
        folded.setLength(0);
        for (int n = 0; n < small.length(); n++) append(folded, small.charAt(n));
        // Korean syllables were taken apart.
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder folded, char c) {
        switch (c) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'þ' -> folded.append("th");
            default -> {
                int at = c < 128 ? -1 : FROM.indexOf(c);
                folded.append(at < 0 ? c : TO.charAt(at));
            }
        }
    }

    /** As it is spelled where a keyboard lacks the letter; the same as {@link #of} for most words. */
    static String spelledOut(String word) {
        if (isPlain(word)) return of(word);
        StringBuilder spelled = new StringBuilder();
        String small = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int n = 0; n < small.length(); n++) {
            char c = small.charAt(n);
            switch (c) {
                case 'ä' -> spelled.append("ae");
                case 'ö', 'ø' -> spelled.append("oe");
                case 'ü' -> spelled.append("ue");
                case 'å' -> spelled.append("aa");
                case 'đ' -> spelled.append("dj");
                default -> spelled.append(c);
            }
        }
        return of(spelled.toString());
    }

    private static boolean isPlain(String text) {
        for (int n = 0; n < text.length(); n++) if (text.charAt(n) > 127) return false;
        return true;
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
