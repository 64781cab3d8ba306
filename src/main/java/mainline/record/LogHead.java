package mainline.record;

/**
 * A community's log as it is now.
 *
 * @param origin its lasting name
 * @param size how many entries are in the tree
 */
public record LogHead(String origin, long size) {}
