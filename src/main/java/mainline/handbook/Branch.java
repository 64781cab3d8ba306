package mainline.handbook;

import java.util.List;

/**
 * A page or a folder in the tree of the handbook.
 *
 * @param isHere whether this is what is being read
 * @param below what lies in a folder that is open; empty for one that is closed
 */
record Branch(ShelfStore.Item item, boolean isHere, List<Branch> below) {}
