package mainline.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mainline.look.Face;

/** What stands for a person where no picture does: the first signs of their name, in a colour that stays theirs. */
public record Initials(String signs, int colour) {
    /** How many colours {@code face.css} has. */
    static final int COLOURS = 12;

    private static final Pattern GAPS = Pattern.compile("[\\s-]+");

    /** By the name: a page of comments shows the same few faces again and again. */
    private static final Cache<String, String> SIGNS =
            Caffeine.newBuilder().maximumSize(20_000).build();

    public static Initials of(Person person) {
        return new Initials(
                SIGNS.get(person.name(), Initials::signs), (int) (person.id().value() % COLOURS));
    }

    private static String signs(String whole) {
        String name = whole.strip();
        List<String> words =
                GAPS.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
        // A name may be nothing but a hyphen.
        if (words.isEmpty()) words = List.of(name);
        String last = words.size() > 1 ? first(words.getLast()) : "";
        return first(words.getFirst()) + last;
    }

    /** Their picture, or what stands for them where they show none. */
    public static Face face(Person person) {
        Initials initials = of(person);
        return new Face(person.picture(), initials.signs(), initials.colour());
    }

    /** As a reader sees it: an accent or a mark that belongs to a letter goes along. */
    private static String first(String word) {
        BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(word);
        int end = signs.next();
        return end == BreakIterator.DONE ? "" : word.substring(0, end);
    }
}
