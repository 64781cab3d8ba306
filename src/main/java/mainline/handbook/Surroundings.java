package mainline.handbook;

import java.util.List;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies around a page: the tree it stands in, its neighbours in the book, and the pages that lead to it. */
@Component
class Surroundings {
    private static final int MOST_LEADING = 5;
    private static final int MOST_KNOWN = 2_000;

    private final ShelfStore shelves;
    private final BookTree tree;
    private final BacklinkPages backlinks;
    private final Kept<PageAt, Shown> known;

    Surroundings(ShelfStore shelves, BookTree tree, BacklinkPages backlinks, Memory memory) {
        this.shelves = shelves;
        this.tree = tree;
        this.backlinks = backlinks;
        this.known = PageAt.keep(memory, MOST_KNOWN);
    }

    /**
     * @param tree open at the page
     * @param folders the titles of the folders above, by path
     * @param before the page before it in the book
     * @param after the page after it
     * @param leading some pages that link to it, and whether there are more
     * @param below how many pages lie in the folder of its name
     */
    record Shown(
            Branches tree,
            Map<String, String> folders,
            ShelfStore.@Nullable Near before,
            ShelfStore.@Nullable Near after,
            List<ShelfStore.Near> leading,
            boolean leadingMore,
            long below) {}

    Shown of(CommunityId community, String path) {
        return known.get(new PageAt(community, path), page -> read(page.community(), page.path()));
    }

    private Shown read(CommunityId community, String path) {
        List<ShelfStore.Near> leading = backlinks.leadingTo(community, path, "", MOST_LEADING + 1);
        return new Shown(
                tree.openAt(community, path),
                shelves.titles(community, BookOrder.above(PagePaths.folder(path))),
                shelves.near(community, path, true).orElse(null),
                shelves.near(community, path, false).orElse(null),
                leading.stream().limit(MOST_LEADING).toList(),
                leading.size() > MOST_LEADING,
                shelves.shown(community, path.replaceFirst("\\.md$", "")).orElse(0L));
    }
}
