package mainline.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The readable tail of an address, made from a title: lower-case letters and digits of any script, joined by hyphens. */
public final class Slug {
    private static final int LONGEST = 60;
    private static final int LONGEST_KNOWN = 300;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");
    private static final Pattern LAST_WORD = Pattern.compile("-[^-]*$");
    /** Every list makes those of its rows again, and a title's is always the same. */
    private static final Cache<String, String> MADE =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private Slug() {}

    /** As slugs are spelled: in lower case, and without the signs above and below letters. */
    public static String fold(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** At most 60 characters, never empty: a title without letters or digits gives {@code -}. */
    public static String of(String title) {
        return title.length() > LONGEST_KNOWN ? make(title) : MADE.get(title, Slug::make);
    }

    private static String make(String title) {
        String plain =
                ENDS.matcher(BETWEEN.matcher(fold(title)).replaceAll("-")).replaceAll("");
        if (plain.length() > LONGEST) {
            int end = plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST));
            plain = LAST_WORD.matcher(plain.substring(0, end)).replaceAll("");
        }
        return plain.isEmpty() ? "-" : plain;
    }
}
