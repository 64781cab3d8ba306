package mainline.handbook;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.springframework.web.util.UriUtils;

/**
 * Links as wikis write them: {@code [[Page]]}, and {@code [[words|Page]]} or {@code [[Page|words]]}, whichever of the two is a
 * page. A page is found by its name, in whichever folder it lies, or else by its title.
 */
final class WikiLinks {
    /** Each is a question to the database; what a page has beyond these stays as it is written. */
    private static final int MOST = 1_000;

    /** Nobody writes a longer title into a link. */
    private static final int LONGEST = 300;

    private WikiLinks() {}

    /** Which pages there are, for {@link WikiLinks}. */
    interface Pages {
        /** There is no telling; such links stay as they are written. */
        Pages UNKNOWN = name -> List.of();

        /** The paths of pages that are called so, or have that title where none is called so, the shortest first. */
        List<String> called(String name);
    }

    /** What a page is called, by its path or by what a link says. */
    static String called(String path) {
        return spelled(PagePaths.name(path).replaceFirst("(?i)\\.md$", ""));
    }

    /** The same by its title. */
    static String titled(String title) {
        String spelled = spelled(title);
        return spelled.length() <= LONGEST ? spelled : "";
    }

    private static String spelled(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("[\\s_-]+", "-");
    }

    /** Makes links of them, as seen from the root of the repository. */
    static void lead(Document page, String path, Pages pages) {
        if (pages.equals(Pages.UNKNOWN)) return;
        List<TextNode> texts = new java.util.ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && text.getWholeText().contains("[[")) texts.add(text);
                },
                page.body());
        int led = 0;
        for (TextNode text : texts) if (isProse(text)) led += lead(text, path, pages, MOST - led);
    }

    private static boolean isProse(Node text) {
        for (Node around = text.parent(); around != null; around = around.parent())
            if (around.nameIs("a") || around.nameIs("code") || around.nameIs("pre")) return false;
        return true;
    }

    /** @return how many links were made, {@code most} at most */
    private static int lead(TextNode text, String path, Pages pages, int most) {
        String all = text.getWholeText();
        int at = 0;
        int led = 0;
        while (led < most) {
            int begin = all.indexOf("[[", at);
            int end = begin < 0 ? -1 : all.indexOf("]]", begin);
            if (end < 0) break;
            String inside = all.substring(begin + 2, end);
            boolean odd = inside.isBlank()
                    || inside.indexOf('[') >= 0
                    || inside.indexOf('\n') >= 0
                    || inside.codePoints().noneMatch(Character::isLetter);
            text.before(new TextNode(all.substring(at, odd ? end : begin)));
            if (!odd) text.before(element(inside, path, pages));
            if (!odd) led++;
            at = odd ? end : end + 2;
        }
        text.text(all.substring(at));
        return led;
    }

    private static Element element(String inside, String path, Pages pages) {
        int bar = inside.indexOf('|');
        String first = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        String second = (bar < 0 ? inside : inside.substring(bar + 1)).strip();
        if (PictureFile.is(first))
            return new Element("img")
                    .attr("src", written(first))
                    .attr("alt", bar < 0 ? "" : second.replaceFirst("^alt=", ""));
        Optional<String> found = find(second, path, pages);
        boolean pageFirst = found.isEmpty() && find(first, path, pages).isPresent();
        String name = pageFirst ? first : second;
        String file = (pageFirst ? find(first, path, pages) : found).orElseGet(() -> toWrite(name, path));
        int hash = name.indexOf('#');
        String anchor = hash < 0 ? "" : name.substring(hash);
        String href = name.contains("://") ? name : file.isEmpty() ? anchor : "/" + written(file) + anchor;
        return new Element("a").attr("href", href).text(pageFirst ? second : first);
    }

    private static String written(String path) {
        return UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }

    private static String page(String name) {
        int hash = name.indexOf('#');
        return (hash < 0 ? name : name.substring(0, hash)).strip();
    }

    /** Beside the page that links to it rather than elsewhere; a name with folders means those. */
    private static Optional<String> find(String name, String path, Pages pages) {
        String wanted = page(name);
        if (wanted.isEmpty()) return name.startsWith("#") ? Optional.of(path) : Optional.empty();
        String folder = called(PagePaths.folder(wanted));
        List<String> found = pages.called(called(wanted)).stream()
                .filter(each ->
                        folder.isEmpty() || called(PagePaths.folder(each)).equals(folder))
                .toList();
        return found.stream()
                .filter(each -> PagePaths.folder(each).equals(PagePaths.folder(path)))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static String toWrite(String name, String path) {
        String page =
                page(name).replaceFirst("\\.md$", "").replaceFirst("^/+", "").replaceAll("\\s+", "-");
        String folder = PagePaths.folder(path);
        return (folder.isEmpty() || page.contains("/") ? "" : folder + "/") + page + ".md";
    }
}
