package mainline.handbook;

import java.util.List;

/**
 * What lies in a folder of the tree.
 *
 * @param address of the folder's contents, below the community's
 * @param more whether it holds more than these
 */
record Branches(String address, List<Branch> shown, boolean more) {
    /** Of a page, and of a folder that is closed. */
    static final Branches NONE = new Branches("", List.of(), false);
}
