package mainline.handbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.text.FrontMatter;
import mainline.text.Html;
import mainline.text.Markdown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page's text made ready to read: links and pictures inside the repository turned into addresses, headings given anchors.
 *
 * @param html without the heading that says the title once more
 */
public record PageText(String title, Html html, List<Heading> outline) {

    /** @param depth 2 for the outermost */
    public record Heading(String anchor, String text, int depth) {}

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";

    /** The first paragraph without its mark-up, empty where there is none. */
    public String beginning() {
        Element first = parsed(html).selectFirst("p");
        return first == null ? "" : first.text();
    }

    /** The same for one page among others, where anchors would meet. */
    public PageText withoutAnchors() {
        Document page = parsed(html);
        page.select(".here, span[id]").remove();
        page.select("[id]").stream()
                .filter(each -> !Markdown.isNote("#" + each.id()))
                .forEach(each -> each.removeAttr("id"));
        return new PageText(title, new Html(page.body().html()), List.of());
    }

    /** The same with all that leads to the handbook leading to it as it was in an edition. */
    PageText in(Edition edition, String base) {
        Document page = parsed(html);
        for (Element link : page.select("a[href], img[src]")) {
            String name = link.nameIs("a") ? "href" : "src";
            String address = link.attr(name);
            if (!address.startsWith(base + "/")) continue;
            int anchor = address.indexOf('#') < 0 ? address.length() : address.indexOf('#');
            link.attr(name, address.substring(0, anchor) + "?edition=" + edition.query() + address.substring(anchor));
        }
        return new PageText(title, new Html(page.body().html()), outline);
    }

    /** Only the title, for lists. */
    public static String title(String path, String text) {
        FrontMatter front = FrontMatter.of(text);
        return PageTitle.of(front.title(), parsed(front).body(), path).text();
    }

    /** @param base the address of the handbook, such as {@code /harbour/handbook} */
    public static PageText of(String base, String path, String text) {
        return of(base, path, text, WikiLinks.Pages.UNKNOWN, Signs.NONE);
    }

    static PageText of(String base, String path, String text, WikiLinks.Pages pages, Signs signs) {
        FrontMatter front = FrontMatter.of(text);
        Document page = parsed(front);
        PageTitle title = PageTitle.of(front.title(), page.body(), path);
        List<Anchors.Named> anchors = anchors(page, front);
        WikiLinks.lead(page, path, pages);
        lead(base, path, page, signs);
        List<Heading> outline = outline(page.body(), title, anchors, signs);
        return new PageText(title.text(), new Html(page.body().html()), outline);
    }

    /** What lists, search and links need of it, read in one go. */
    static PageReading read(String path, String text, WikiLinks.Pages pages) {
        FrontMatter front = FrontMatter.of(text);
        Document page = parsed(front);
        List<String> anchors = all(anchors(page, front));
        WikiLinks.lead(page, path, pages);
        List<PageLink> links = links(path, page);
        PageTitle title = PageTitle.of(front.title(), page.body(), path);
        if (title.heading() != null) title.heading().remove();
        page.select("a[href]").stream()
                .filter(link -> Markdown.isNote(link.attr("href")))
                .forEach(Element::remove);
        return new PageReading(
                title.text(),
                front.summary(),
                front.place(),
                front.hidden() || PagePaths.isMargin(path),
                page.body().text().strip(),
                links,
                anchors);
    }

    private static Document parsed(FrontMatter front) {
        return parsed(Markdown.document(front.rest()));
    }

    private static Document parsed(Html html) {
        Document page = Jsoup.parseBodyFragment(html.markup());
        page.outputSettings().prettyPrint(false);
        return page;
    }

    private static void lead(String base, String path, Document page, Signs signs) {
        for (Element link : page.select("a[href]")) {
            String href = link.attr("href");
            if (Markdown.isNote(href)) continue;
            PageLink to = PageLinks.of(path, href);
            link.attr("href", PageLinks.address(base, path, href));
            if (to == null) continue;
            boolean missing = signs.missing().contains(to.target());
            if (!missing && !signs.astray().contains(to)) continue;
            if (missing) link.attr("href", PageLinks.toWrite(base, to.target()));
            String said = missing ? signs.unwritten() : signs.headless();
            link.addClass("missing").appendElement("span").addClass("vh").text(" (" + said + ")");
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
        boolean outermost = parts.stream().anyMatch(part -> part.html().markup().contains("<h1"));
        for (Markdown.Block block : parts) {
            Document page = parsed(block.html());
            lead(base, path, page, Signs.NONE);
            // The page around it has the outermost heading.
            for (int depth = outermost ? 5 : 0; depth > 0; depth--)
                page.select("h" + depth).tagName("h" + (depth + 1));
            Html html = new Html(page.body().html());
            blocks.add(new Block(block.first() + front.lines(), block.last() + front.lines(), html));
        }
        return blocks;
    }

    private static List<Anchors.Named> anchors(Document page, FrontMatter front) {
        return Anchors.of(page.body().select(HEADINGS), earlierTitle(front, page.body()));
    }

    /** The heading that earlier releases took for the title, and counted no doubles of. */
    private static @Nullable Element earlierTitle(FrontMatter front, Element body) {
        Element first = body.selectFirst("h1, h2, h3");
        if (first == null || first.elementSiblingIndex() != 0) return null;
        return front.title() == null || front.title().equals(first.text().strip()) ? first : null;
    }

    private static List<String> all(List<Anchors.Named> anchors) {
        return anchors.stream()
                .flatMap(named -> Stream.concat(Stream.of(named.anchor()), named.others().stream()))
                .toList();
    }

    private static List<Heading> outline(Element body, PageTitle title, List<Anchors.Named> anchors, Signs signs) {
        List<Heading> outline = new ArrayList<>();
        int shift = body.select("h1").size() > (title.heading() == null ? 0 : 1) ? 1 : 0;
        for (Anchors.Named named : anchors) {
            Element heading = named.heading();
            if (heading.equals(title.heading())) {
                leave(body, named);
                continue;
            }
            String text = heading.text();
            int depth = Math.min(6, heading.tagName().charAt(1) - '0' + shift);
            heading.tagName("h" + depth).attr("id", named.anchor());
            named.others()
                    .reversed()
                    .forEach(other -> heading.prependElement("span").attr("id", other));
            if (!signs.link().isEmpty()) link(heading, named.anchor(), text, signs);
            if (depth <= 3) outline.add(new Heading(named.anchor(), text, depth));
        }
        return outline;
    }

    /** What led to a heading that is not shown twice leads to the top of the text. */
    private static void leave(Element body, Anchors.Named named) {
        named.heading().remove();
        named.others().forEach(other -> body.prependElement("span").attr("id", other));
        body.prependElement("span").attr("id", named.anchor());
    }

    private static void link(Element heading, String anchor, String text, Signs signs) {
        heading.appendElement("a")
                .addClass("here")
                .attr("href", "#" + anchor)
                .attr("data-copy", "")
                .attr("aria-label", signs.link() + ": " + text);
    }

    /** What a page's links and pictures lead to inside the repository, each once. */
    public static List<PageLink> links(String path, String text) {
        return links(path, parsed(FrontMatter.of(text)));
    }

    private static List<PageLink> links(String path, Document page) {
        Set<PageLink> links = new LinkedHashSet<>();
        for (Element link : page.select("a[href], img[src]")) {
            String address = link.attr(link.nameIs("a") ? "href" : "src");
            PageLink to = Markdown.isNote(address) ? null : PageLinks.of(path, address);
            if (to != null) links.add(to);
        }
        return List.copyOf(links);
    }

    /** The files and folders among these, other than the page itself, each once. */
    public static List<String> targets(String path, String text) {
        return links(path, text).stream()
                .filter(link -> link.anchor().isEmpty() || !link.target().equals(path))
                .map(PageLink::target)
                .distinct()
                .toList();
    }

    /** The addresses that lead to a heading of it. */
    public static Set<String> anchors(String text) {
        FrontMatter front = FrontMatter.of(text);
        return Set.copyOf(all(anchors(parsed(front), front)));
    }

    /** Whether front matter begins at the top and never ends. */
    public static boolean hasOpenFrontMatter(String text) {
        return FrontMatter.isOpen(text);
    }
}
