package mainline.handbook;

import mainline.kernel.CommunityId;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Movement;

/** A page by the path of its file, as what is known of it is kept. */
record PageAt(CommunityId community, String path) {
    /** As what is kept of pages is told to be old. */
    static final String PAGES = "pages";

    static boolean isOfPages(Movement movement) {
        return movement.isOfKept(PAGES);
    }

    /** Keeps what is known of so many pages until a page of their handbook comes, goes or is another. */
    static <V> Kept<PageAt, V> keep(Memory memory, int most) {
        return memory.keep(most, PageAt::community, PageAt::isOfPages);
    }
}
