package mainline.handbook;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Here;
import mainline.git.Written;
import mainline.kernel.Missing;
import mainline.look.Page;
import mainline.look.Section;
import mainline.platform.Settings;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What lies in a folder: its front page, its pages, and the folders in it. */
@Controller
@RequestMapping("/{community}/handbook")
class ContentsPages {
    private static final int SIZE = 100;
    private static final int MOST_COUNTED = 100;
    private static final int RECENT = 8;

    private final Handbook handbook;
    private final ShelfStore shelves;
    private final PageLinkStore links;
    private final PageTexts texts;
    private final Counts counts;
    private final Settings settings;
    private final List<ContentsPanel> panels;

    ContentsPages(
            Handbook handbook,
            ShelfStore shelves,
            PageLinkStore links,
            PageTexts texts,
            Counts counts,
            Settings settings,
            List<ContentsPanel> panels) {
        this.panels = panels;
        this.handbook = handbook;
        this.shelves = shelves;
        this.links = links;
        this.texts = texts;
        this.counts = counts;
        this.settings = settings;
    }

    @Bean
    static Section handbookSection() {
        return new Section("handbook", "handbook", 30);
    }

    /**
     * @param front the page that stands for the folder; null when there is none, or on the later pages of a long list
     * @param next the item to go on after; null at the end
     * @param folders the titles of the folders above, by path
     * @param recent the pages that changed last; none in a folder
     * @param broken how many links lead to nothing, as far as that is counted
     */
    record Contents(
            Here here,
            String folder,
            @Nullable HandbookPage front,
            @Nullable PageText text,
            @Nullable Written written,
            @Nullable Html sidebar,
            @Nullable Html footer,
            List<ShelfStore.Item> items,
            @Nullable String next,
            Map<String, String> folders,
            List<HandbookPage> recent,
            long openChanges,
            int broken,
            String cloneAddress,
            List<Content> panels) {
        boolean isWhole() {
            return folder.isEmpty();
        }

        String address() {
            return here.path(PagePaths.folderAddress(folder));
        }
    }

    @GetMapping
    ModelAndView whole(Here here, @RequestParam(defaultValue = "") String after) {
        return of(here, "", after).orElseThrow(() -> new Missing("handbook"));
    }

    /** The contents of a folder that has a page of the same name beside it. */
    @GetMapping(path = "/{*path}", params = "contents")
    ModelAndView folder(Here here, @PathVariable String path, @RequestParam(defaultValue = "") String after) {
        return of(here, path.substring(1), after).orElseThrow(() -> new Missing("folder " + path));
    }

    /** Nothing when there is no such folder. */
    Optional<ModelAndView> of(Here here, String folder, String after) {
        if (!folder.isEmpty() && shelves.shown(here.id(), folder).isEmpty()) return Optional.empty();
        HandbookPage front = handbook.front(here.id(), folder).orElse(null);
        List<ShelfStore.Item> items =
                shelves.shelf(here.id(), folder, front == null ? "" : front.path(), after, SIZE + 1);
        List<ShelfStore.Item> shown = items.size() > SIZE ? items.subList(0, SIZE) : items;
        String next = items.size() > SIZE ? shown.getLast().path() : null;
        Written written = front == null || !after.isEmpty()
                ? null
                : handbook.written(here.id(), front.path()).orElse(null);
        PageText text = front == null || written == null ? null : texts.of(here, front.path(), written.text());
        String beside = folder.isEmpty() ? "" : folder + "/";
        Contents contents = new Contents(
                here,
                folder,
                front,
                text,
                written,
                texts.margin(here, beside, "_Sidebar.md").orElse(null),
                texts.margin(here, beside, "_Footer.md").orElse(null),
                shown,
                next,
                shelves.titles(here.id(), BookOrder.above(PagePaths.folder(folder))),
                folder.isEmpty() ? handbook.changedLast(here.id(), RECENT) : List.of(),
                counts.of(here.id()).getOrDefault(Count.OPEN_CHANGES, 0L),
                folder.isEmpty() ? links.countBroken(here.id(), MOST_COUNTED) : 0,
                settings.address(here.path("handbook.git")),
                panels(here, folder));
        return Optional.of(Page.show("handbook/contents", contents));
    }

    /** Beside the contents of the whole. */
    private List<Content> panels(Here here, String folder) {
        if (!folder.isEmpty()) return List.of();
        return panels.stream()
                .map(panel -> panel.of(here))
                .filter(Objects::nonNull)
                .toList();
    }
}
