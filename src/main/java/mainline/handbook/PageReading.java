package mainline.handbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lists, search and links need of a page's text.
 *
 * @param place in its folder, null for by name
 * @param hidden whether contents leave it out
 * @param words the text without mark-up and title, as far as search looks at it
 * @param targets the files and folders its links and pictures lead to
 */
record PageReading(
        String title, String summary, @Nullable Double place, boolean hidden, String words, List<String> targets) {
    /** Counted up when pages have to be read again, because more or other things are taken from them. */
    static final int WAY = 1;

    /** How many bytes of a text are searched. */
    static final int LONGEST_SEARCHED = 150_000;

    private static final int MOST_TARGETS = 2000;
    private static final int LONGEST_TARGET = 900;

    static PageReading of(String path, String text) {
        return PageText.read(path, text.replace("\0", "")).bounded();
    }

    private PageReading bounded() {
        String searched = words.length() > LONGEST_SEARCHED ? words.substring(0, LONGEST_SEARCHED) : words;
        while (bytes(searched) > LONGEST_SEARCHED)
            searched = searched.substring(0, searched.length() - Math.max(1, (bytes(searched) - LONGEST_SEARCHED) / 4));
        if (!searched.isEmpty() && Character.isHighSurrogate(searched.charAt(searched.length() - 1)))
            searched = searched.substring(0, searched.length() - 1);
        List<String> followed = targets.stream()
                .filter(target -> bytes(target) <= LONGEST_TARGET && target.indexOf('\0') < 0)
                .limit(MOST_TARGETS)
                .toList();
        return new PageReading(title, summary, place, hidden, searched, followed);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
