package mainline.handbook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.community.Here;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which pages lead to a page, and which links lead to nothing. */
@Controller
@RequestMapping("/{community}/handbook")
class BacklinkPages {
    private static final int SIZE = 100;

    private final Handbook handbook;
    private final PageLinkStore links;

    BacklinkPages(Handbook handbook, PageLinkStore links) {
        this.handbook = handbook;
        this.links = links;
    }

    /** Pages that link to that one, or to the folder it stands for, by path, after that path. */
    List<ShelfStore.Near> leadingTo(CommunityId community, String path, String after, int most) {
        List<String> targets = new ArrayList<>(PagePaths.names(path));
        if (PagePaths.isIndex(path)) targets.add(PagePaths.folder(path));
        return links.to(community, path, targets, after, most);
    }

    record Leading(
            Here here,
            HandbookPage page,
            List<ShelfStore.Near> pages,
            @Nullable String next) {}

    @GetMapping(path = "/{*path}", params = "links")
    ModelAndView leading(Here here, @PathVariable String path, @RequestParam(defaultValue = "") String after) {
        HandbookPage page =
                handbook.page(here.id(), path.substring(1) + ".md").orElseThrow(() -> new Missing("page " + path));
        List<ShelfStore.Near> found = leadingTo(here.id(), page.path(), after, SIZE + 1);
        List<ShelfStore.Near> shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        String next = found.size() > SIZE ? encoded(shown.getLast().path()) : null;
        return Page.show("handbook/leading", new Leading(here, page, shown, next));
    }

    /** A page with its links that lead to nothing. */
    record Torn(String path, String title, Set<PageLinkStore.Lost> links) {
        String address() {
            return PagePaths.address(path);
        }

        String toWrite(Here here, PageLinkStore.Lost lost) {
            String base = here.path("handbook");
            return lost.astray() ? "" : PageLinks.toWrite(base, lost.link().target());
        }
    }

    record BrokenLinks(
            Here here, List<Torn> pages, @Nullable String next) {}

    @GetMapping(params = "broken")
    ModelAndView broken(
            Here here,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String anchor) {
        List<PageLinkStore.Broken> found = links.broken(here.id(), after, new PageLink(target, anchor), SIZE + 1);
        Map<String, Torn> pages = new LinkedHashMap<>();
        for (PageLinkStore.Broken lost : found.subList(0, Math.min(SIZE, found.size()))) {
            PageLink shown =
                    lost.astray() ? lost.link() : new PageLink(lost.link().target(), "");
            pages.computeIfAbsent(lost.path(), path -> new Torn(path, lost.title(), new LinkedHashSet<>()))
                    .links()
                    .add(new PageLinkStore.Lost(shown, lost.astray()));
        }
        String next = found.size() > SIZE ? next(found.get(SIZE - 1)) : null;
        return Page.show("handbook/broken", new BrokenLinks(here, List.copyOf(pages.values()), next));
    }

    private static String next(PageLinkStore.Broken last) {
        PageLink link = last.link();
        return encoded(last.path()) + "&target=" + encoded(link.target()) + "&anchor=" + encoded(link.anchor());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
