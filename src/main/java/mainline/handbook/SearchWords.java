package mainline.handbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words as search compares them, on both sides. */
final class SearchWords {
    private static final int AROUND = 120;
    /** PostgreSQL holds a megabyte of words of one page, each in three languages. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int LANGUAGES = 3;
    private static final int BESIDE_A_WORD = 8;

    private SearchWords() {}

    static SearchStore.Words of(HandbookPage page, PageReading reading) {
        String path = page.path().replaceFirst("\\.md$", "").replaceAll("[/_.]+", " ");
        return new SearchStore.Words(
                page.path(),
                folded(reading.title()),
                folded(reading.summary() + " " + path),
                folded(reading.words()),
                reading.words());
    }

    /** The words of a text with spaces between, those it has in other spellings behind them; as many as the index holds. */
    static String folded(String text) {
        Bounded words = new Bounded();
        List<Compound> compounds = Compound.in(text);
        for (Compound compound : compounds)
            for (String part : compound.parts()) words.add(Compound.indexed(Folding.of(part), true));
        for (Compound compound : compounds) {
            Set<String> others = compound.joined();
            if (compound.parts().size() == 1)
                others.remove(Folding.of(compound.parts().getFirst()));
            for (String other : others) words.add(Compound.indexed(other, true));
        }
        return words.text.toString();
    }

    private static final class Bounded {
        private final StringBuilder text = new StringBuilder();
        private final Set<String> known = new HashSet<>();
        private int bytes;

        void add(List<String> words) {
            for (String word : words) {
                if (bytes > MOST_BYTES) return;
                bytes += 2;
                if (known.add(word))
                    bytes += LANGUAGES * (word.getBytes(StandardCharsets.UTF_8).length + BESIDE_A_WORD);
                if (bytes <= MOST_BYTES) text.append(text.isEmpty() ? "" : " ").append(word);
            }
        }
    }

    /** A stretch of text; {@code found} if it is what was looked for. */
    record Piece(String text, boolean found) {}

    /** The text around the first of these words, with what was found in it apart; the beginning when none stands there. */
    static List<Piece> around(String body, List<String> words) {
        int first = first(body, words);
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
        for (Compound compound : Compound.in(body, from, to)) {
            for (int[] found : found(body, compound, words)) {
                if (found[0] < at) continue;
                plain.append(body, at, found[0]);
                pieces.add(new Piece(plain.toString(), false));
                pieces.add(new Piece(body.substring(found[0], found[1]), true));
                plain = new StringBuilder();
                at = found[1];
            }
        }
        plain.append(body, at, to);
        if (to < body.length()) plain.append(" …");
        pieces.add(new Piece(plain.toString(), false));
        return pieces;
    }

    private static int first(String body, List<String> words) {
        if (words.isEmpty()) return -1;
        for (Compound compound : Compound.in(body)) {
            List<int[]> found = found(body, compound, words);
            if (!found.isEmpty()) return found.getFirst()[0];
        }
        return -1;
    }

    /** The beginning of the word that stands there. */
    private static int border(String body, int from, int first) {
        if (from <= 0) return 0;
        int space = body.indexOf(' ', from);
        return space > 0 && space < first ? space + 1 : Character.isLowSurrogate(body.charAt(from)) ? from + 1 : from;
    }

    /** Which stretches of it are shown as found: all of it, or a part where words have no spaces between. */
    private static List<int[]> found(String body, Compound compound, List<String> words) {
        List<int[]> found = new ArrayList<>();
        String folded = Folding.of(body.substring(compound.start(), compound.end()));
        boolean alike = folded.length() == compound.end() - compound.start();
        boolean unspaced = folded.codePoints().anyMatch(Compound::isUnspaced);
        for (String word : words) {
            if (unspaced && word.codePoints().anyMatch(Compound::isUnspaced)) {
                int at = folded.indexOf(word);
                if (at >= 0 && alike)
                    found.add(new int[] {compound.start() + at, compound.start() + at + word.length()});
                else if (at >= 0) return List.of(new int[] {compound.start(), compound.end()});
            } else if (compound.forms().stream().anyMatch(form -> begins(form, word)))
                return List.of(new int[] {compound.start(), compound.end()});
        }
        found.sort(java.util.Comparator.comparingInt(stretch -> stretch[0]));
        return found;
    }

    private static boolean begins(String form, String word) {
        if (form.startsWith(word)) return true;
        int shorter = Math.min(form.length(), word.length());
        int same = 0;
        while (same < shorter && form.charAt(same) == word.charAt(same)) same++;
        // Search goes by the stem: "meetings" finds "meeting".
        return same >= 4 && same >= word.length() - 3 && form.length() - same <= 3;
    }
}
