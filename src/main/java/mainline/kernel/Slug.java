package mainline.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** The readable tail of an address, made from a title: lower-case letters and digits of any script, joined by hyphens. */
public final class Slug {
    private static final int LONGEST = 60;

    private Slug() {}

    /** As slugs are spelled: in lower case, and without the signs above and below letters. */
    public static String fold(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** At most 60 characters, never empty: a title without letters or digits gives {@code -}. */
    public static String of(String title) {
        String plain = fold(title).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        if (plain.length() > LONGEST) {
            int end = plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST));
            plain = plain.substring(0, end).replaceAll("-[^-]*$", "");
        }
        return plain.isEmpty() ? "-" : plain;
    }
}
