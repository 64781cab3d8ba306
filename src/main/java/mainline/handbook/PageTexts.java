package mainline.handbook;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.community.Here;
import mainline.text.Html;
import org.springframework.stereotype.Component;

/** The texts of pages as a reader sees them. */
@Component
class PageTexts {
    private final Handbook handbook;
    private final PageStore pages;
    private final PageLinkStore links;

    PageTexts(Handbook handbook, PageStore pages, PageLinkStore links) {
        this.handbook = handbook;
        this.pages = pages;
        this.links = links;
    }

    /** What a wiki shows beside each page of a folder and of those in it, nothing for a file that is one itself. */
    Optional<Html> margin(Here here, String path, String name) {
        if (PagePaths.isMargin(path)) return Optional.empty();
        List<String> places = PagePaths.margins(path, name);
        return pages.all(here.id(), places).stream()
                .map(HandbookPage::path)
                .min(Comparator.comparingInt(places::indexOf))
                .flatMap(nearest -> handbook.text(here.id(), nearest)
                        .map(text -> of(here, nearest, text).withoutAnchors().html()));
    }

    /** With links to each heading, and with those marked that lead to nothing. */
    PageText of(Here here, String path, String text) {
        Set<String> missing = new HashSet<>();
        Set<PageLink> astray = new HashSet<>();
        for (PageLinkStore.Lost lost : links.lost(here.id(), path)) {
            if (lost.astray()) astray.add(lost.link());
            else missing.add(lost.link().target());
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
