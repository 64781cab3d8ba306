package mainline.handbook;

import java.util.List;
import java.util.Map;

/** A folder above a page. */
record Crumb(String title, String address) {

    /**
     * From the outermost to the one the file lies in.
     *
     * @param titles of folders, by path; those without one go by their name
     */
    static List<Crumb> of(String path, Map<String, String> titles) {
        return BookOrder.above(PagePaths.folder(path)).stream()
                .map(folder ->
                        new Crumb(titles.getOrDefault(folder, PagePaths.name(folder)), PagePaths.address(folder)))
                .toList();
    }
}
