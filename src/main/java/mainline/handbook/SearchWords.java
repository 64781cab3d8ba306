package mainline.handbook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words as search compares them: without accents and in small letters, on both sides. */
final class SearchWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[<>/\\\\@&|=#_.:]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*");
    private static final Pattern LAST = Pattern.compile("(.*?)([\\p{L}\\p{N}]{2,})$", Pattern.DOTALL);
    private static final Pattern LEFT_OUT = Pattern.compile("(?:^|\\s)-\\S+");
    private static final int AROUND = 120;

    private SearchWords() {}

    static SearchStore.Words of(HandbookPage page, PageReading reading) {
        String path = page.path().replaceFirst("\\.md$", "").replaceAll("[/_.-]+", " ");
        return new SearchStore.Words(
                page.path(),
                folded(reading.title()),
                folded(reading.summary() + " " + path),
                folded(reading.words()),
                reading.words());
    }

    /** Signs between words become spaces: PostgreSQL would take tags, paths and addresses for one word, or for none. */
    static String folded(String text) {
        return BETWEEN.matcher(bare(text)).replaceAll(" ");
    }

    private static String bare(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * A question as it was typed, with its last word apart, of which only the beginning may have been typed.
     *
     * @param beginning empty when the question does not end within a word, or has signs that mean something
     * @param exact whether it has words in quotes
     */
    record Typed(String folded, String rest, String beginning, boolean exact) {
        static Typed of(String question) {
            String folded = SearchWords.folded(question).strip();
            Matcher last = LAST.matcher(folded);
            boolean exact = folded.indexOf('"') >= 0;
            boolean plain = !exact && !LEFT_OUT.matcher(folded).find();
            return plain && last.matches()
                    ? new Typed(folded, last.group(1), last.group(2), exact)
                    : new Typed(folded, "", "", exact);
        }

        /** The words that a page found for it may show. */
        List<String> words() {
            return WORD.matcher(LEFT_OUT.matcher(folded).replaceAll(" "))
                    .results()
                    .map(word -> word.group())
                    .toList();
        }
    }

    /** A stretch of text; {@code found} if it is what was looked for. */
    record Piece(String text, boolean found) {}

    /** The text around the first of these words, with what was found in it apart; the beginning when none stands there. */
    static List<Piece> around(String body, List<String> words) {
        int first = -1;
        Matcher word = WORD.matcher(body);
        while (first < 0 && word.find()) if (isOneOf(word.group(), words)) first = word.start();
        int from = border(body, Math.max(0, first - AROUND), first);
        int to = Math.min(body.length(), Math.max(first, 0) + 2 * AROUND);
        if (to < body.length()) {
            int space = body.lastIndexOf(' ', to);
            if (space > Math.max(first, 0) + AROUND) to = space;
            else if (Character.isHighSurrogate(body.charAt(to - 1))) to--;
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder(from > 0 ? "… " : "");
        int at = from;
        word.region(from, to);
        while (word.find()) {
            if (!isOneOf(word.group(), words)) continue;
            plain.append(body, at, word.start());
            pieces.add(new Piece(plain.toString(), false));
            pieces.add(new Piece(word.group(), true));
            plain = new StringBuilder();
            at = word.end();
        }
        plain.append(body, at, to);
        if (to < body.length()) plain.append(" …");
        pieces.add(new Piece(plain.toString(), false));
        return pieces;
    }

    /** The beginning of the word that stands there. */
    private static int border(String body, int from, int first) {
        if (from <= 0) return 0;
        int space = body.indexOf(' ', from);
        return space > 0 && space < first ? space + 1 : Character.isLowSurrogate(body.charAt(from)) ? from + 1 : from;
    }

    private static boolean isOneOf(String shown, List<String> words) {
        String folded = bare(shown);
        for (String word : words) {
            if (folded.startsWith(word)) return true;
            int shorter = Math.min(folded.length(), word.length());
            int same = 0;
            while (same < shorter && folded.charAt(same) == word.charAt(same)) same++;
            // Search goes by the stem: "meetings" finds "meeting".
            if (same >= 4 && same >= word.length() - 3 && folded.length() - same <= 3) return true;
        }
        return false;
    }
}
