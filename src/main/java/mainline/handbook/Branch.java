package mainline.handbook;

/**
 * A page or a folder in the tree of the handbook.
 *
 * @param isHere whether this is what is being read
 * @param below what lies in a folder that is open; nothing for one that is closed
 */
record Branch(ShelfStore.Item item, boolean isHere, Branches below) {}
