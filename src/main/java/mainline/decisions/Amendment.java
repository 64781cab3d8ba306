package mainline.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a change of words can change anybody's mind. What is not surely a typo is taken as one that can. */
final class Amendment {
    private static final int MOST_TYPOS = 3;
    private static final int SHORTEST_WORD = 5;
    private static final Pattern NUMBER = Pattern.compile("\\p{N}");
    private static final Pattern IGNORED = Pattern.compile("[\\p{P}\\p{Cf}]+");
    private static final Pattern END = Pattern.compile("[.,;:!?\"')\\]]+$");
    private static final Set<String> NEGATIONS = Set.of(
            "never", "nobody", "nothing", "neither", "without", "cannot", "nunca", "nadie", "ninguno", "ninguna",
            "tampoco", "except", "unless", "excepto");

    private Amendment() {}

    /** Same words in the same order, but for case, spacing, punctuation and up to three slips of one letter in long words. */
    static boolean isTypo(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        if (old.size() != now.size()) return false;
        int slips = 0;
        for (int i = 0; i < old.size(); i++) {
            if (old.get(i).equals(now.get(i))) continue;
            if (!isSlip(old.get(i), now.get(i)) || ++slips > MOST_TYPOS) return false;
        }
        return true;
    }

    /** The words alone, by which two questions are the same. */
    static String normal(String text) {
        return String.join(" ", words(text));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String raw : text.toLowerCase(Locale.ROOT).split("[\\s\\p{Z}]+")) {
            // A sign beside a figure is part of it: 3.5, -5, 20 %.
            if (NUMBER.matcher(raw).find() || raw.equals("%"))
                words.add(END.matcher(raw).replaceAll(""));
            else for (String word : IGNORED.split(raw)) if (!word.isEmpty()) words.add(word);
        }
        return words;
    }

    private static boolean isSlip(String a, String b) {
        if (Math.min(a.length(), b.length()) < SHORTEST_WORD || a.charAt(0) != b.charAt(0)) return false;
        if (NUMBER.matcher(a + b).find() || NEGATIONS.contains(a) || NEGATIONS.contains(b)) return false;
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) start++;
        int end = 0;
        while (end < Math.min(a.length(), b.length()) - start
                && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) end++;
        String left = a.substring(start, a.length() - end);
        String right = b.substring(start, b.length() - end);
        boolean swapped = left.length() == 2
                && new StringBuilder(left).reverse().toString().equals(right);
        return swapped || Math.max(left.length(), right.length()) <= 1;
    }
}
