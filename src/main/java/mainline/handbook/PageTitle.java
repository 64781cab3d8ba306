package mainline.handbook;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page is called: what its front matter says, else its first heading of the first level, else its file's name.
 *
 * @param heading the one at the top of the text that says the same, and is not shown twice; null for none
 */
record PageTitle(String text, @Nullable Element heading) {
    private static final int LONGEST = 200;

    static PageTitle of(@Nullable String given, Element body, String path) {
        List<Element> firsts =
                body.children().stream().filter(part -> part.nameIs("h1")).toList();
        Element first = firsts.isEmpty() ? null : firsts.getFirst();
        boolean isPart = firsts.size() > 1 && isBelowText(firsts.getFirst());
        String heading = first == null || isPart ? "" : first.text().strip();
        boolean atTop = first != null && first.elementSiblingIndex() == 0;
        if (given != null) return new PageTitle(cut(given), atTop && given.equals(heading) ? first : null);
        if (!heading.isEmpty()) return new PageTitle(cut(heading), atTop ? first : null);
        return new PageTitle(named(path), null);
    }

    /** A page that begins with text and has several such headings calls its parts by them. */
    private static boolean isBelowText(Element first) {
        for (Element before = first.previousElementSibling();
                before != null;
                before = before.previousElementSibling()) {
            Element words = before.clone();
            words.select("a, img").remove();
            if (words.text().codePoints().anyMatch(Character::isLetterOrDigit)) return true;
        }
        return false;
    }

    /** The front page of a folder is called like the folder. */
    private static String named(String path) {
        String folder = PagePaths.folder(path);
        String file = PagePaths.isIndex(path) && !folder.isEmpty() ? folder : path;
        String name = PagePaths.name(file)
                .replaceFirst("\\.md$", "")
                .replaceAll("[-_]+", " ")
                .strip();
        if (name.isEmpty()) return path;
        int first = name.offsetByCodePoints(0, 1);
        return cut(name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first));
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
