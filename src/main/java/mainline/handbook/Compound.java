package mainline.handbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One or more words in a text that belong together, such as {@code co-operative}: they are found by each of them, and by all
 * of them written as one.
 *
 * @param start where it begins in the text
 */
record Compound(int start, int end, List<String> parts) {
    private static final String JOINTS = "'’ʼ\u200c\u200d";

    /** All of a text, one after the other. */
    static List<Compound> in(String text, int from, int to) {
        List<Compound> all = new ArrayList<>();
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            if (isLetter(c)) {
                Compound next = at(text, at, to);
                all.add(next);
                at = next.end();
            } else {
                int end = at + Character.charCount(c);
                if (isSign(c)) all.add(new Compound(at, end, List.of(text.substring(at, end))));
                at = end;
            }
        }
        return all;
    }

    static List<Compound> in(String text) {
        return in(text, 0, text.length());
    }

    private static Compound at(String text, int start, int to) {
        List<String> parts = new ArrayList<>();
        int at = start;
        while (true) {
            int begin = at;
            while (at < to
                    && (isLetter(text.codePointAt(at))
                            || Folding.isMark(text.codePointAt(at))
                            || isSoft(text.charAt(at)))) at += Character.charCount(text.codePointAt(at));
            parts.add(text.substring(begin, at).replace("\u00ad", ""));
            boolean goesOn = at + 1 < to && isJoint(text.charAt(at)) && isLetter(text.codePointAt(at + 1));
            if (!goesOn) return new Compound(start, at, List.copyOf(parts));
            at++;
        }
    }

    /** The words by which it is found, folded. */
    Set<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        for (String part : parts) forms.add(Folding.of(part));
        forms.addAll(joined());
        return forms;
    }

    /** All in one, folded, in the one spelling or two that it has. */
    Set<String> joined() {
        String whole = String.join("", parts);
        Set<String> spelled = new LinkedHashSet<>(List.of(Folding.of(whole)));
        spelled.add(Folding.spelledOut(whole));
        return spelled;
    }

    static boolean isLetter(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_NUMBER;
    }

    private static boolean isSoft(char c) {
        return c == '\u00ad';
    }

    static boolean isJoint(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || JOINTS.indexOf(c) >= 0;
    }

    /** Pictures such as emoji are looked for like words. */
    private static boolean isSign(int c) {
        return c > 127 && Character.getType(c) == Character.OTHER_SYMBOL;
    }

    /** Whether it is written without spaces between words, so that each two of its letters are looked for. */
    static boolean isUnspaced(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> c == 'ー';
        };
    }

    /** A folded word as the index has it: letters of scripts without spaces by twos, everything else whole. */
    static List<String> indexed(String word, boolean all) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        while (at < word.length()) {
            int begin = at;
            boolean unspaced = isUnspaced(word.codePointAt(at));
            while (at < word.length() && isUnspaced(word.codePointAt(at)) == unspaced)
                at += Character.charCount(word.codePointAt(at));
            if (unspaced) twos(word.substring(begin, at), all, pieces);
            else pieces.add(word.substring(begin, at));
        }
        return pieces;
    }

    private static void twos(String run, boolean all, List<String> pieces) {
        int[] letters = run.codePoints().toArray();
        for (int n = 0; n + 1 < letters.length; n++) pieces.add(new String(letters, n, 2));
        if (all || letters.length == 1) pieces.add(new String(letters, letters.length - 1, 1));
    }
}
