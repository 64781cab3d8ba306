package mainline.handbook;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody looks for, in words that mean nothing but themselves: quotes keep words together, a hyphen before a word
 * leaves it out.
 *
 * @param typed as PostgreSQL's search for the web takes it; empty when it asks for nothing
 * @param rest the same without {@code beginnings}
 * @param beginnings words of which only the beginning may have been typed
 * @param exact whether it has words in quotes, which mean themselves, without stems
 * @param words that a page found for it may show
 */
record SearchQuestion(String typed, String rest, List<String> beginnings, boolean exact, List<String> words) {

    static SearchQuestion of(String question) {
        return new Reading(question).read();
    }

    private static final class Reading {
        private final String question;
        private final StringBuilder typed = new StringBuilder();
        private final StringBuilder rest = new StringBuilder();
        private final List<String> beginnings = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private boolean exact;

        Reading(String question) {
            this.question = question.replaceAll("[“”„«»]", "\"");
        }

        SearchQuestion read() {
            int at = 0;
            while (at < question.length()) {
                boolean out = isLeftOut(at);
                if (out) at++;
                boolean quoted = question.charAt(at) == '"';
                int end = quoted ? closing(at) : end(at);
                String part = question.substring(quoted ? at + 1 : at, end);
                if (quoted) phrase(part, out);
                else if (!part.isBlank()) plain(part, out, end == question.length());
                at = Math.max(at + 1, quoted ? end + 1 : end);
            }
            return new SearchQuestion(
                    typed.toString().strip(),
                    rest.toString().strip(),
                    List.copyOf(beginnings),
                    exact,
                    List.copyOf(words));
        }

        private boolean isLeftOut(int at) {
            return question.charAt(at) == '-'
                    && at + 1 < question.length()
                    && (at == 0 || Character.isWhitespace(question.charAt(at - 1)))
                    && (Compound.isLetter(question.codePointAt(at + 1)) || question.charAt(at + 1) == '"');
        }

        private int closing(int at) {
            int end = question.indexOf('"', at + 1);
            return end < 0 ? question.length() : end;
        }

        private int end(int at) {
            int end = at;
            while (end < question.length()
                    && question.charAt(end) != '"'
                    && !Character.isWhitespace(question.charAt(end))) end++;
            return end;
        }

        private void phrase(String part, boolean out) {
            List<String> pieces = new ArrayList<>();
            for (Compound compound : Compound.in(part)) {
                for (String word : compound.parts()) {
                    String folded = Folding.of(word);
                    pieces.addAll(Compound.indexed(folded, false));
                    if (!out) words.add(folded);
                }
            }
            if (pieces.isEmpty()) return;
            exact = true;
            add((out ? "-" : "") + "\"" + String.join(" ", pieces) + "\"");
        }

        private void plain(String part, boolean out, boolean last) {
            List<Compound> compounds = Compound.in(part);
            for (int n = 0; n < compounds.size(); n++) {
                Compound compound = compounds.get(n);
                String folded = Folding.of(String.join("", compound.parts()));
                List<String> pieces = Compound.indexed(folded, false);
                if (folded.isEmpty()) continue;
                if (out) {
                    add("-\"" + String.join(" ", pieces) + "\"");
                    continue;
                }
                words.add(folded);
                boolean atEnd = last && n == compounds.size() - 1 && compound.end() == part.length();
                for (int m = 0; m < pieces.size(); m++)
                    if (isBeginning(pieces.get(m), atEnd && m == pieces.size() - 1)) begin(pieces.get(m));
                    else add(pieces.get(m));
            }
        }

        /** A single letter of a script that is looked for by twos begins one of them. */
        private static boolean isBeginning(String piece, boolean last) {
            int length = piece.codePointCount(0, piece.length());
            boolean unspaced = Compound.isUnspaced(piece.codePointAt(0));
            boolean plain = piece.codePoints().allMatch(Character::isLetterOrDigit);
            return plain && (unspaced ? length == 1 : last && length > 1);
        }

        private void begin(String piece) {
            typed.append(piece).append(' ');
            beginnings.add(piece);
        }

        private void add(String piece) {
            typed.append(piece).append(' ');
            rest.append(piece).append(' ');
        }
    }
}
