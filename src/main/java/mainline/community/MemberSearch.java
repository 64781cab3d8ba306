package mainline.community;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mainline.kernel.Slug;

/**
 * Whom a list of members is asked for.
 *
 * @param words beginnings of words of their names, the longest first; none for whoever they are
 * @param role the word of a role they have; empty for any
 */
record MemberSearch(List<String> words, String role) {
    private static final int MOST = 6;
    private static final int LONGEST = 60;

    /** @param typed a name or a part of it, in any spelling */
    static MemberSearch of(String typed, String role) {
        String folded = Slug.fold(typed.substring(0, Math.min(LONGEST, typed.length())));
        List<String> words = Arrays.stream(folded.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST)
                .toList();
        return new MemberSearch(words, role);
    }

    boolean isForAll() {
        return words.isEmpty();
    }
}
