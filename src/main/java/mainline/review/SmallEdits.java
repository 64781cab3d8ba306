package mainline.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Reviewed;
import mainline.text.FrontMatter;
import mainline.text.WordChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Typos, links, a few words: what a steward lets in with one word and nobody has to wait for. Small is measured, never claimed:
 * at most {@value #MOST} words of pages that are there and stay there, none of them with a digit or one of those that make
 * a rule of a sentence, and nothing of what a page says about itself.
 */
@Component
class SmallEdits {
    static final int MOST = 10;
    private static final int LOOKED_AT = 2_000;
    private static final Duration SILENCE = Duration.ofDays(1);
    private static final Set<String> BINDING = Set.of(
            // English
            "all",
            "always",
            "any",
            "at",
            "before",
            "after",
            "can",
            "cannot",
            "every",
            "except",
            "however",
            "if",
            "least",
            "may",
            "most",
            "must",
            "never",
            "no",
            "nobody",
            "none",
            "not",
            "only",
            "or",
            "shall",
            "should",
            "unless",
            "until",
            "who",
            "without",
            "yes",
            // Spanish
            "antes",
            "cada",
            "como",
            "cualquier",
            "debe",
            "deben",
            "después",
            "excepto",
            "hasta",
            "jamás",
            "mínimo",
            "máximo",
            "nadie",
            "ni",
            "ningún",
            "ninguna",
            "nunca",
            "o",
            "pero",
            "podrá",
            "puede",
            "pueden",
            "quien",
            "salvo",
            "sí",
            "si",
            "siempre",
            "sin",
            "solo",
            "sólo",
            "también",
            "todas",
            "todo",
            "todos");

    /**
     * @param words how many of them differ
     * @param over when it has been open for a day as it is
     */
    record Small(int words, Instant over) {
        /** Whether nobody's word is waited for any more. */
        boolean isSilent(Instant now) {
            return !now.isBefore(over);
        }
    }

    private final Changes changes;

    SmallEdits(Changes changes) {
        this.changes = changes;
    }

    /** @return null when it is not small */
    @Nullable
    Small of(Reviewed reviewed) {
        int sum = 0;
        for (String path : reviewed.change().paths()) {
            WordChanges differing = differing(reviewed, path);
            if (differing == null || !isHarmless(differing)) return null;
            sum += differing.size();
        }
        return sum > MOST ? null : new Small(sum, over(reviewed.change()));
    }

    /** When the day is over in which somebody can mind a small edit as it is. */
    Instant over(Change change) {
        return changes.saidSince(change).plus(SILENCE);
    }

    private static @Nullable WordChanges differing(Reviewed reviewed, String path) {
        String before = reviewed.before(path);
        String after = reviewed.after(path);
        boolean stays = path.endsWith(".md") && !before.isEmpty() && !after.isEmpty();
        if (!stays || !head(before).equals(head(after))) return null;
        return WordChanges.of(before, after, LOOKED_AT).orElse(null);
    }

    /** What stands above the text of a page, about it. */
    private static String head(String text) {
        return text.substring(0, FrontMatter.end(text));
    }

    private static boolean isHarmless(WordChanges changes) {
        return Stream.concat(changes.removed().stream(), changes.added().stream())
                .allMatch(SmallEdits::isHarmless);
    }

    /** Addresses have digits and mean nothing by them. */
    private static boolean isHarmless(String word) {
        if (word.contains("://") || word.contains("](")) return true;
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
        return !BINDING.contains(letters) && letters.codePoints().noneMatch(Character::isDigit);
    }
}
