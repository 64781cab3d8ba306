package mainline.handbook;

import java.util.ArrayList;
import java.util.List;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;

/** The folders and pages of a handbook as a tree that is open where somebody reads. */
@Component
class BookTree {
    /** What a folder shows at most; who wants more opens its contents. */
    private static final int MOST = 60;

    private final ShelfStore shelves;
    private final PageStore pages;

    BookTree(ShelfStore shelves, PageStore pages) {
        this.shelves = shelves;
        this.pages = pages;
    }

    /** The outermost folder, and in it all those that lead to the page. */
    Branches openAt(CommunityId community, String page) {
        List<String> open = new ArrayList<>(BookOrder.above(PagePaths.folder(page)));
        String own = page.replaceFirst("\\.md$", "");
        if (shelves.shown(community, own).orElse(0L) > 0) open.add(own);
        return branches(community, "", open, page);
    }

    private Branches branches(CommunityId community, String folder, List<String> open, String page) {
        String front =
                pages.front(community, folder).map(PageStore.Shelved::path).orElse("");
        List<ShelfStore.Item> items = shelves.shelf(community, folder, front, "", MOST + 1);
        List<Branch> shown = items.stream()
                .limit(MOST)
                .map(item -> branch(community, item, open, page))
                .toList();
        return new Branches(PagePaths.folderAddress(folder), shown, items.size() > MOST);
    }

    private Branch branch(CommunityId community, ShelfStore.Item item, List<String> open, String page) {
        if (!item.isFolder()) return new Branch(item, item.path().equals(page), Branches.NONE);
        boolean stands = PagePaths.fronts(item.path()).contains(page);
        Branches below = open.contains(item.path()) ? branches(community, item.path(), open, page) : Branches.NONE;
        return new Branch(item, stands, below);
    }
}
