package mainline.handbook;

import java.util.List;
import java.util.Map;
import mainline.kernel.CommunityId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies around a page: the tree it stands in, its neighbours in the book, and the pages that lead to it. */
@Component
class Surroundings {
    private static final int MOST_LEADING = 5;

    private final ShelfStore shelves;
    private final BookTree tree;
    private final BacklinkPages backlinks;

    Surroundings(ShelfStore shelves, BookTree tree, BacklinkPages backlinks) {
        this.shelves = shelves;
        this.tree = tree;
        this.backlinks = backlinks;
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
