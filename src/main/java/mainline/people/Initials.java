package mainline.people;

import java.text.BreakIterator;
import java.util.Locale;
import mainline.look.Face;

/** What stands for a person where no picture does: the first signs of their name, in a colour that stays theirs. */
public record Initials(String signs, int colour) {
    /** How many colours {@code face.css} has. */
    static final int COLOURS = 12;

    public static Initials of(Person person) {
        String[] words = person.name().strip().split("[\\s-]+");
        String last = words.length > 1 ? first(words[words.length - 1]) : "";
        return new Initials(first(words[0]) + last, (int) (person.id().value() % COLOURS));
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
