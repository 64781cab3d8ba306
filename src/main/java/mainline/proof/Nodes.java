package mainline.proof;

/** Where the hashes of a tree come from. */
@FunctionalInterface
public interface Nodes {
    /** The root of the complete subtree over the leaves {@code [index << height, (index + 1) << height)}. */
    Hash at(int height, long index);
}
