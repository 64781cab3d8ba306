package mainline.handbook;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.community.Here;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.text.Html;
import org.springframework.stereotype.Component;

/** The texts of pages as a reader sees them. */
@Component
class PageTexts {
    private static final int MOST_KNOWN = 5_000;

    private final Handbook handbook;
    private final PageStore pages;
    private final PageLinkStore links;
    private final Kept<PageAt, List<PageLinkStore.Lost>> lost;
    private final Kept<Margin, Optional<String>> margins;

    PageTexts(Handbook handbook, PageStore pages, PageLinkStore links, Memory memory) {
        this.handbook = handbook;
        this.pages = pages;
        this.links = links;
        this.lost = PageAt.keep(memory, MOST_KNOWN);
        this.margins = memory.keep(MOST_KNOWN, margin -> margin.page().community(), PageAt.PAGES);
    }

    /** @param name of the file that stands beside or below the page */
    private record Margin(PageAt page, String name) {}

    /** What a wiki shows beside each page of a folder and of those in it, nothing for a file that is one itself. */
    Optional<Html> margin(Here here, String path, String name) {
        if (PagePaths.isMargin(path)) return Optional.empty();
        return margins.get(new Margin(new PageAt(here.id(), path), name), this::nearest)
                .flatMap(nearest -> handbook.text(here.id(), nearest)
                        .map(text -> of(here, nearest, text).withoutAnchors().html()));
    }

    private Optional<String> nearest(Margin margin) {
        List<String> places = PagePaths.margins(margin.page().path(), margin.name());
        return pages.all(margin.page().community(), places).stream()
                .map(HandbookPage::path)
                .min(Comparator.comparingInt(places::indexOf));
    }

    /** With links to each heading, and with those marked that lead to nothing. */
    PageText of(Here here, String path, String text) {
        Set<String> missing = new HashSet<>();
        Set<PageLink> astray = new HashSet<>();
        for (PageLinkStore.Lost each :
                lost.get(new PageAt(here.id(), path), page -> links.lost(page.community(), page.path()))) {
            if (each.astray()) astray.add(each.link());
            else missing.add(each.link().target());
        }
        return PageText.of(here.path("handbook"), path, text, known(here), signs(here, missing, astray));
    }

    /** As it was at some time: what its links lead to may have been there. */
    PageText earlier(Here here, String path, String text) {
        return PageText.of(here.path("handbook"), path, text, known(here), signs(here, Set.of(), Set.of()));
    }

    private WikiLinks.Pages known(Here here) {
        return name -> pages.called(here.id(), name);
    }

    private static Signs signs(Here here, Set<String> missing, Set<PageLink> astray) {
        return new Signs(
                missing,
                astray,
                here.say("handbook.link.missing"),
                here.say("handbook.link.headless"),
                here.say("handbook.link.here"));
    }
}
