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
 * @param links what its links and pictures lead to
 * @param anchors what leads to its headings
 */
record PageReading(
        String title,
        String summary,
        @Nullable Double place,
        boolean hidden,
        String words,
        List<PageLink> links,
        List<String> anchors) {
    /** Counted up when pages have to be read again, because more or other things are taken from them. */
    static final int WAY = 3;

    /** How many bytes of a text are searched. */
    static final int LONGEST_SEARCHED = 150_000;

    private static final int MOST_LINKS = 2000;
    private static final int LONGEST_TARGET = 900;
    private static final int MOST_ANCHORS = 20_000;
    private static final int LONGEST_ANCHOR = 1000;

    /** @param pages by which links as wikis write them are followed */
    static PageReading of(String path, String text, WikiLinks.Pages pages) {
        return PageText.read(path, text.replace("\0", ""), pages).bounded();
    }

    private PageReading bounded() {
        String searched = words.length() > LONGEST_SEARCHED ? words.substring(0, LONGEST_SEARCHED) : words;
        while (bytes(searched) > LONGEST_SEARCHED)
            searched = searched.substring(0, searched.length() - Math.max(1, (bytes(searched) - LONGEST_SEARCHED) / 4));
        if (!searched.isEmpty() && Character.isHighSurrogate(searched.charAt(searched.length() - 1)))
            searched = searched.substring(0, searched.length() - 1);
        List<PageLink> followed = links.stream()
                .map(PageReading::bounded)
                .filter(link ->
                        bytes(link.target()) <= LONGEST_TARGET && link.target().indexOf('\0') < 0)
                .distinct()
                .limit(MOST_LINKS)
                .toList();
        List<String> reached = anchors.stream()
                .filter(anchor -> bytes(anchor) <= LONGEST_ANCHOR)
                .limit(MOST_ANCHORS)
                .toList();
        return new PageReading(title, summary, place, hidden, searched, followed, reached);
    }

    /** Whatever no heading can have leads to the page. */
    private static PageLink bounded(PageLink link) {
        boolean odd = bytes(link.anchor()) > LONGEST_ANCHOR || link.anchor().indexOf('\0') >= 0;
        return odd ? new PageLink(link.target(), "") : link;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
