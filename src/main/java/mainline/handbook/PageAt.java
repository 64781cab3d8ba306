package mainline.handbook;

import mainline.kernel.CommunityId;
import mainline.platform.Kept;
import mainline.platform.Memory;

/** A page by the path of its file, as what is known of it is kept. */
record PageAt(CommunityId community, String path) {
    /** The kind of what is kept of pages: it is old of all of them at once, since each tells of others. */
    static final String PAGES = "pages";

    /** Keeps what is known of so many pages until a page of their handbook comes, goes or is another. */
    static <V> Kept<PageAt, V> keep(Memory memory, int most) {
        return memory.keep(most, PageAt::community, PAGES);
    }
}
