package mainline.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.changes.Reviewed;
import mainline.text.FrontMatter;
import mainline.text.LineDiff;
import mainline.text.MarkdownSource;
import org.springframework.stereotype.Component;

/**
 * Words of a change that are nearly, and not quite, a word of the glossary that is nearest to the page. Only lines the change
 * writes are looked at, and only likely slips: two letters the wrong way round, one left out or written twice, another hyphen,
 * or other capitals in a word such as GitHub. What stands elsewhere on the page as it was is taken for a word of its own.
 */
@Component
class Spelling {
    private static final int MOST = 5;
    private static final int MOST_WORDS = 20_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’][\\p{L}\\p{N}]+)*");
    /** What stands between blanks; an address or a path within prose if it has one of these signs. */
    private static final Pattern BETWEEN_BLANKS = Pattern.compile("\\S++");

    private static final Pattern OF_ADDRESS = Pattern.compile("[/@]");

    private final WordStore words;

    Spelling(WordStore words) {
        this.words = words;
    }

    /** A word, and the glossary's word it nearly is. */
    record Odd(String word, String term, String path) {}

    /** The first few that nobody said are meant. */
    List<Odd> of(Reviewed reviewed) {
        Set<String> meant = null;
        Map<String, Odd> found = new LinkedHashMap<>();
        for (String path : reviewed.pages()) {
            List<String> glossaries = reviewed.glossaries(path);
            if (glossaries.isEmpty() || glossaries.contains(path)) continue;
            List<String> terms = new ArrayList<>();
            glossaries.forEach(glossary -> terms.addAll(GlossaryTerms.of(reviewed.after(glossary))));
            String before = reviewed.before(path);
            Set<String> known = new HashSet<>();
            words(prose(before)).forEach(word -> known.add(word.toLowerCase(Locale.ROOT)));
            terms.forEach(term -> known.add(term.toLowerCase(Locale.ROOT)));
            if (meant == null) meant = words.meant(reviewed.change().subject());
            for (String word : words(LineDiff.added(prose(before), prose(reviewed.after(path))))) {
                if (found.size() == MOST) return List.copyOf(found.values());
                if (meant.contains(word) || found.containsKey(word)) continue;
                for (String term : terms)
                    if (isSlip(word, term, known)) found.putIfAbsent(word, new Odd(word, term, path));
            }
        }
        return List.copyOf(found.values());
    }

    /** Lines with blanks in the place of all that is no prose. */
    static List<String> prose(String text) {
        String prose = MarkdownSource.of(text, FrontMatter.end(text)).prose();
        return BETWEEN_BLANKS
                .matcher(prose)
                .replaceAll(found ->
                        OF_ADDRESS.matcher(found.group()).find() ? " " : Matcher.quoteReplacement(found.group()))
                .lines()
                .toList();
    }

    private static List<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(line -> WORD.matcher(line).results())
                .map(MatchResult::group)
                .map(word -> word.replaceFirst("['’]s$", ""))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    static boolean isSlip(String word, String term, Set<String> known) {
        if (word.equals(term)) return false;
        if (word.equalsIgnoreCase(term))
            return hasOddCapitals(term) && !word.equals(word.toUpperCase(Locale.ROOT)) && !isSentenceCase(word, term);
        String one = word.toLowerCase(Locale.ROOT);
        String other = term.toLowerCase(Locale.ROOT);
        if (other.replace("-", "").length() < 5 || known.contains(one)) return false;
        if (one.replace("-", "").equals(other.replace("-", ""))) return true;
        return one.charAt(0) == other.charAt(0)
                && (isSwapped(one, other) || isShort(one, other) || isShort(other, one));
    }

    /** The first letter of a sentence may be a capital. */
    private static boolean isSentenceCase(String word, String term) {
        return word.substring(1).equals(term.substring(1)) && Character.isUpperCase(word.charAt(0));
    }

    /** Capitals that a sentence's beginning does not explain. */
    static boolean hasOddCapitals(String term) {
        return term.length() >= 2 && term.substring(1).chars().anyMatch(Character::isUpperCase);
    }

    /** Two neighbours the wrong way round. */
    private static boolean isSwapped(String one, String other) {
        if (one.length() != other.length()) return false;
        int n = firstDifference(one, other);
        return n + 1 < one.length()
                && one.charAt(n) == other.charAt(n + 1)
                && one.charAt(n + 1) == other.charAt(n)
                && one.substring(n + 2).equals(other.substring(n + 2));
    }

    /** One letter fewer, not at the end, where words are inflected. */
    private static boolean isShort(String shorter, String longer) {
        if (shorter.length() + 1 != longer.length()) return false;
        int n = firstDifference(shorter, longer);
        return n > 0 && n < longer.length() - 2 && shorter.substring(n).equals(longer.substring(n + 1));
    }

    private static int firstDifference(String one, String other) {
        int n = 0;
        while (n < one.length() && n < other.length() && one.charAt(n) == other.charAt(n)) n++;
        return n;
    }
}
