package mainline.handbook;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mainline.kernel.Html;
import mainline.kernel.Markdown;
import mainline.kernel.Slug;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A page's text made ready to read: its title taken from front matter or the first heading, links and pictures inside the
 * repository turned into addresses, headings given anchors.
 *
 * @param html without the heading that became the title
 */
public record PageText(String title, Html html, List<Heading> outline) {

    /** @param depth 2 for the outermost */
    public record Heading(String anchor, String text, int depth) {}

    private static final int LONGEST_TITLE = 200;

    /** The same for one page among others, where anchors would meet. */
    public PageText withoutAnchors() {
        Document page = Jsoup.parseBodyFragment(html.markup());
        page.outputSettings().prettyPrint(false);
        page.select("[id]").removeAttr("id");
        return new PageText(title, new Html(page.body().html()), List.of());
    }

    /** Only the title, for lists. */
    public static String title(String path, String text) {
        return of("/", path, text).title();
    }

    /** @param base the address of the handbook, such as {@code /harbour/handbook} */
    public static PageText of(String base, String path, String text) {
        FrontMatter front = FrontMatter.of(text);
        Document page = Jsoup.parseBodyFragment(Markdown.document(front.rest()).markup());
        page.outputSettings().prettyPrint(false);
        String title = title(front.title(), page.body(), path);
        page.select("a[href]").forEach(link -> link.attr("href", resolve(base, path, link.attr("href"))));
        page.select("a[href=\"\"]").removeAttr("href");
        page.select("img[src]").forEach(picture -> picture.attr("src", resolve(base, path, picture.attr("src"))));
        List<Heading> outline = outline(page.body());
        return new PageText(title, new Html(page.body().html()), outline);
    }

    private static String title(@Nullable String given, Element body, String path) {
        Element first = body.selectFirst("h1, h2, h3");
        String heading = first == null ? "" : first.text().strip();
        if (given != null && !given.equals(heading)) return cut(given);
        if (first != null && first.elementSiblingIndex() == 0) first.remove();
        if (!heading.isEmpty()) return cut(heading);
        String name = PagePaths.name(path)
                .replaceFirst("\\.md$", "")
                .replaceAll("[-_]+", " ")
                .strip();
        return name.isEmpty() ? path : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    private static List<Heading> outline(Element body) {
        List<Heading> outline = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int shift = body.selectFirst("h1") == null ? 0 : 1;
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            int depth = Math.min(6, heading.tagName().charAt(1) - '0' + shift);
            String slug = Slug.of(heading.text());
            String anchor = slug;
            for (int n = 2; !taken.add(anchor); n++) anchor = slug + "-" + n;
            heading.tagName("h" + depth).attr("id", "h-" + anchor);
            if (depth <= 3) outline.add(new Heading("h-" + anchor, heading.text(), depth));
        }
        return outline;
    }

    /** The files and folders of the repository that a page's links and pictures lead to, each once. */
    public static List<String> targets(String path, String text) {
        Document page = Jsoup.parseBodyFragment(
                Markdown.document(FrontMatter.of(text).rest()).markup());
        Set<String> targets = new LinkedHashSet<>();
        page.select("a[href]").forEach(link -> target(path, link.attr("href"), targets));
        page.select("img[src]").forEach(picture -> target(path, picture.attr("src"), targets));
        return List.copyOf(targets);
    }

    private static void target(String path, String link, Set<String> targets) {
        if (link.startsWith("#") || leadsElsewhere(link)) return;
        try {
            targets.add(file(path, link));
        } catch (URISyntaxException odd) {
            targets.add(link);
        }
    }

    /** Whether front matter begins at the top and never ends. */
    public static boolean hasOpenFrontMatter(String text) {
        return text.startsWith("---\n")
                && text.indexOf("\n---", 3) < 0
                && text.substring(4).lines().findFirst().orElse("").matches("[\\w-]+:.*");
    }

    private static boolean leadsElsewhere(String link) {
        return link.isEmpty() || link.startsWith("//") || link.matches("(?i)[a-z][a-z0-9+.-]*:.*");
    }

    private static URI wanted(String path, String link) throws URISyntaxException {
        String folder = PagePaths.folder(path);
        return new URI(folder.isEmpty() ? "/" : "/" + UriUtils.encodePath(folder, StandardCharsets.UTF_8) + "/")
                .resolve(new URI(link.replace(" ", "%20")))
                .normalize();
    }

    private static String file(String path, String link) throws URISyntaxException {
        String wanted = wanted(path, link).getPath();
        return wanted == null ? "" : wanted.replaceAll("^/+|/+$", "");
    }

    /** Leaves addresses elsewhere as they are; what climbs out of the repository leads to the handbook's front. */
    private static String resolve(String base, String path, String link) {
        if (link.startsWith("#")) return link.length() > 1 ? "#h-" + link.substring(1) : link;
        if (leadsElsewhere(link)) return link;
        try {
            String file = file(path, link);
            if (file.startsWith("../")) return base;
            String page = file.endsWith(".md") ? file.substring(0, file.length() - 3) : file;
            String fragment = wanted(path, link).getRawFragment();
            String tail = fragment == null ? "" : "#h-" + fragment;
            return page.isEmpty() ? base + tail : base + "/" + UriUtils.encodePath(page, StandardCharsets.UTF_8) + tail;
        } catch (URISyntaxException odd) {
            return base;
        }
    }

    /** The lines between two rules at the top; only the title is of interest. */
    private record FrontMatter(@Nullable String title, String rest) {
        static FrontMatter of(String text) {
            if (!text.startsWith("---\n")) return new FrontMatter(null, text);
            int end = text.indexOf("\n---", 3);
            if (end < 0) return new FrontMatter(null, text);
            int next = text.indexOf('\n', end + 1);
            String title = null;
            for (String line : text.substring(4, Math.max(4, end)).split("\n", -1)) {
                if (line.startsWith("title:"))
                    title = line.substring(6)
                            .strip()
                            .replaceAll("^[\"']|[\"']$", "")
                            .strip();
            }
            return new FrontMatter(
                    title == null || title.isEmpty() ? null : title, next < 0 ? "" : text.substring(next + 1));
        }
    }
}
