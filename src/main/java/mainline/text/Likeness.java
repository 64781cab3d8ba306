package mainline.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of a text as a bag, to tell how much of one text another has. */
public record Likeness(Map<String, Integer> words, int size) {
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}_]+");

    /** Of a long text its beginning tells. */
    public static final int ENOUGH = 5000;

    public static Likeness of(String whole) {
        String text = whole.length() <= ENOUGH ? whole : whole.substring(0, ENOUGH);
        Map<String, Integer> words = new HashMap<>();
        int size = 0;
        var found = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            words.merge(found.group(), 1, Integer::sum);
            size++;
        }
        return new Likeness(words, size);
    }

    /** Between 0, no word in common, and 1, the same words as often (the coefficient of Dice). */
    public double to(Likeness other) {
        if (size == 0 || other.size == 0) return 0;
        boolean fewer = words.size() <= other.words.size();
        Likeness few = fewer ? this : other;
        Likeness many = fewer ? other : this;
        int shared = 0;
        for (var word : few.words.entrySet())
            shared += Math.min(word.getValue(), many.words.getOrDefault(word.getKey(), 0));
        return 2.0 * shared / (size + other.size);
    }
}
