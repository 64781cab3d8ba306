package mainline.handbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.look.Page;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** For paper: one page, a folder with all below it, or the whole book, in the order of the contents. */
@Controller
@Burden(Burden.Kind.COMPARING)
@RequestMapping("/{community}/handbook")
class PrintPages {
    private static final int MOST_PRINTED = 500;

    private final Handbook handbook;
    private final PageStore pages;
    private final ShelfStore shelves;
    private final EditionStore editions;
    private final PageTexts texts;
    private final GitRepositories repositories;

    PrintPages(
            Handbook handbook,
            PageStore pages,
            ShelfStore shelves,
            EditionStore editions,
            PageTexts texts,
            GitRepositories repositories) {
        this.handbook = handbook;
        this.pages = pages;
        this.shelves = shelves;
        this.editions = editions;
        this.texts = texts;
        this.repositories = repositories;
    }

    record Leaf(HandbookPage page, PageText text) {}

    /**
     * @param title empty for the whole handbook
     * @param address of what is printed
     * @param more whether there are pages that were left out
     * @param asOf since when the handbook has been as it is printed
     * @param edition whose state is printed; empty when it is not that of an edition
     * @param at when the newest of what is printed changed; null when nothing is
     */
    record Print(
            Here here,
            String title,
            String address,
            List<Leaf> leaves,
            boolean more,
            Instant asOf,
            String edition,
            @Nullable Instant at) {
        boolean isOnePage() {
            return leaves.size() == 1
                    && !more
                    && leaves.getFirst().page().address().equals(address);
        }
    }

    @GetMapping(
            path = {"", "/{*path}"},
            params = "print")
    ModelAndView print(Here here, @PathVariable(required = false) @Nullable String path) {
        String name = path == null ? "" : PagePaths.tidy(path);
        Optional<HandbookPage> page = name.isEmpty() ? Optional.empty() : handbook.page(here.id(), name + ".md");
        if (page.isPresent()) return show(here, page.get().title(), page.get().address(), List.of(page.get()));
        List<HandbookPage> all = pages.inOrder(here.id(), shelves.key(here.id(), name), MOST_PRINTED + 1);
        boolean known = name.isEmpty() || shelves.shown(here.id(), name).isPresent();
        if (all.isEmpty() || !known) throw new Missing("folder " + name);
        String title = name.isEmpty()
                ? ""
                : handbook.front(here.id(), name).map(HandbookPage::title).orElse(name);
        return show(here, title, PagePaths.folderAddress(name), all);
    }

    private ModelAndView show(Here here, String title, String address, List<HandbookPage> all) {
        try (GitRepository git = repositories.open(here.id())) {
            ObjectId head = git.head();
            List<Leaf> leaves = all.stream()
                    .limit(MOST_PRINTED)
                    .flatMap(page -> git.text(head, page.path()).stream()
                            .map(text -> new Leaf(
                                    page, texts.earlier(here, page.path(), text).withoutAnchors())))
                    .toList();
            Instant at = leaves.stream()
                    .map(leaf -> leaf.page().at())
                    .max(Instant::compareTo)
                    .orElse(null);
            boolean more = all.size() > MOST_PRINTED;
            Instant asOf =
                    git.commit(head.name()).orElseThrow().getCommitterIdent().getWhenAsInstant();
            String edition = editions.of(here.id(), head).map(Edition::name).orElse("");
            return Page.show("handbook/print", new Print(here, title, address, leaves, more, asOf, edition, at));
        }
    }
}
