package mainline.handbook;

import java.util.ArrayList;
import java.util.List;

/** A folder above a page. */
record Crumb(String name, String address) {

    /** From the outermost to the one the file lies in. */
    static List<Crumb> of(String path) {
        List<Crumb> crumbs = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            crumbs.add(new Crumb(PagePaths.name(folder), PagePaths.address(folder)));
        }
        return crumbs;
    }
}
