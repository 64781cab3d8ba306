package mainline.handbook;

import java.util.HashSet;
import java.util.Set;
import mainline.community.Here;
import org.springframework.stereotype.Component;

/** The texts of pages as a reader sees them. */
@Component
class PageTexts {
    private final PageLinkStore links;

    PageTexts(PageLinkStore links) {
        this.links = links;
    }

    /** With links to each heading, and with those marked that lead to nothing. */
    PageText of(Here here, String path, String text) {
        Set<String> missing = new HashSet<>();
        Set<PageLink> astray = new HashSet<>();
        for (PageLinkStore.Lost lost : links.lost(here.id(), path)) {
            if (lost.astray()) astray.add(lost.link());
            else missing.add(lost.link().target());
        }
        return PageText.of(here.path("handbook"), path, text, signs(here, missing, astray));
    }

    /** As it was at some time: what its links lead to may have been there. */
    PageText earlier(Here here, String path, String text) {
        return PageText.of(here.path("handbook"), path, text, signs(here, Set.of(), Set.of()));
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
