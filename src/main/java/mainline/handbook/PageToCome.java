package mainline.handbook;

import java.util.Collection;
import java.util.List;
import mainline.community.Here;

/** Knows what would bring a page that the handbook does not have yet. */
public interface PageToCome {
    /**
     * @param title in somebody's own words
     * @param path of what would bring it, below the community's address
     */
    record Coming(String title, String path) {}

    /** @param paths of the files that would be that page */
    List<Coming> bringing(Here here, Collection<String> paths);
}
