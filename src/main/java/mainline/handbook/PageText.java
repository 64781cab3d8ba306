package mainline.handbook;

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

    /** The same with all that leads to the handbook leading to it as it was in an edition. */
    PageText in(Edition edition, String base) {
        Document page = Jsoup.parseBodyFragment(html.markup());
        page.outputSettings().prettyPrint(false);
        for (Element link : page.select("a[href], img[src]")) {
            String name = link.tagName().equals("a") ? "href" : "src";
            String address = link.attr(name);
            if (!address.startsWith(base + "/")) continue;
            int anchor = address.indexOf('#') < 0 ? address.length() : address.indexOf('#');
            link.attr(name, address.substring(0, anchor) + "?edition=" + edition.query() + address.substring(anchor));
        }
        return new PageText(title, new Html(page.body().html()), outline);
    }

    /** Only the title, for lists. */
    public static String title(String path, String text) {
        return of("/", path, text).title();
    }

    /** @param base the address of the handbook, such as {@code /harbour/handbook} */
    public static PageText of(String base, String path, String text) {
        return of(base, path, text, Unwritten.NONE);
    }

    /** The same, with links that lead to nothing marked. */
    static PageText of(String base, String path, String text, Unwritten unwritten) {
        FrontMatter front = FrontMatter.of(text);
        Document page = Jsoup.parseBodyFragment(Markdown.document(front.rest()).markup());
        page.outputSettings().prettyPrint(false);
        String title = title(front.title(), page.body(), path);
        lead(base, path, page, unwritten);
        List<Heading> outline = outline(page.body());
        return new PageText(title, new Html(page.body().html()), outline);
    }

    /** What lists, search and links need of it, read in one go. */
    static PageReading read(String path, String text) {
        FrontMatter front = FrontMatter.of(text);
        Document page = Jsoup.parseBodyFragment(Markdown.document(front.rest()).markup());
        List<String> targets = targets(path, page);
        String title = title(front.title(), page.body(), path);
        return new PageReading(
                title,
                front.summary(),
                front.place(),
                front.hidden(),
                page.body().text().strip(),
                targets);
    }

    /**
     * Links of a page that lead to nothing.
     *
     * @param targets the files they name
     * @param label what is said behind them
     */
    record Unwritten(Set<String> targets, String label) {
        static final Unwritten NONE = new Unwritten(Set.of(), "");
    }

    private static void lead(String base, String path, Document page, Unwritten unwritten) {
        for (Element link : page.select("a[href]")) {
            String href = link.attr("href");
            String target = PageLinks.target(path, href);
            link.attr("href", PageLinks.address(base, path, href));
            if (target == null || !unwritten.targets().contains(target)) continue;
            link.addClass("missing").attr("href", PageLinks.toWrite(base, target));
            link.appendElement("span").addClass("vh").text(" (" + unwritten.label() + ")");
        }
        page.select("a[href=\"\"]").removeAttr("href");
        page.select("img[src]").forEach(image -> image.attr("src", PageLinks.address(base, path, image.attr("src"))));
    }

    /** A paragraph, list or the like, ready to read, and the lines of the file it takes, counted from 0. */
    public record Block(int first, int last, Html html) {}

    /** The text block by block, without front matter; headings have no anchors, and the first one stays. */
    public static List<Block> blocks(String base, String path, String text) {
        FrontMatter front = FrontMatter.of(text);
        List<Block> blocks = new ArrayList<>();
        List<Markdown.Block> parts = Markdown.blocks(front.rest());
        boolean outermost = parts.stream().anyMatch(part -> part.html().markup().contains("<h1>"));
        for (Markdown.Block block : parts) {
            Document page = Jsoup.parseBodyFragment(block.html().markup());
            page.outputSettings().prettyPrint(false);
            lead(base, path, page, Unwritten.NONE);
            // The page around it has the outermost heading.
            for (int depth = outermost ? 5 : 0; depth > 0; depth--)
                page.select("h" + depth).tagName("h" + (depth + 1));
            Html html = new Html(page.body().html());
            blocks.add(new Block(block.first() + front.lines(), block.last() + front.lines(), html));
        }
        return blocks;
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
        return targets(
                path,
                Jsoup.parseBodyFragment(
                        Markdown.document(FrontMatter.of(text).rest()).markup()));
    }

    private static List<String> targets(String path, Document page) {
        Set<String> targets = new LinkedHashSet<>();
        for (Element link : page.select("a[href], img[src]")) {
            String target = PageLinks.target(path, link.attr(link.tagName().equals("a") ? "href" : "src"));
            if (target != null) targets.add(target);
        }
        return List.copyOf(targets);
    }

    /** Whether front matter begins at the top and never ends. */
    public static boolean hasOpenFrontMatter(String text) {
        return FrontMatter.isOpen(text);
    }
}
