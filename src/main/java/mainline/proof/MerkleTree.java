package mainline.proof;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The mathematics of RFC 6962, section 2.1, and the checks of RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
public final class MerkleTree {
    private MerkleTree() {}

    /** The root over these hashes of leaves. */
    public static Hash root(List<Hash> leaves) {
        return root(leaves.size(), over(leaves));
    }

    /** The root over the first {@code size} leaves. */
    public static Hash root(long size, Nodes nodes) {
        return size == 0 ? Hash.EMPTY : range(0, size, nodes);
    }

    /** The nodes above these hashes of leaves. */
    public static Nodes over(List<Hash> leaves) {
        return new Nodes() {
            @Override
            public Hash at(int height, long index) {
                return height == 0
                        ? leaves.get(Math.toIntExact(index))
                        : Hash.node(at(height - 1, 2 * index), at(height - 1, 2 * index + 1));
            }
        };
    }

    /**
     * The path that shows leaf {@code index} to be in the tree of {@code size} leaves, from below.
     *
     * @throws IllegalArgumentException when the tree has no such leaf
     */
    public static List<Hash> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) throw new IllegalArgumentException("no leaf " + index + " among " + size);
        List<Hash> proof = new ArrayList<>();
        include(index, 0, size, nodes, proof);
        return List.copyOf(proof);
    }

    /**
     * The hashes that show the first {@code older} leaves to be the same in both trees.
     *
     * @throws IllegalArgumentException unless 0 < older <= newer
     */
    public static List<Hash> consistency(long older, long newer, Nodes nodes) {
        if (older < 1 || older > newer) throw new IllegalArgumentException("no proof from " + older + " to " + newer);
        List<Hash> proof = new ArrayList<>();
        extend(older, 0, newer, true, nodes, proof);
        return List.copyOf(proof);
    }

    public static boolean includes(Hash root, long size, long index, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size) return false;
        long place = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash part : proof) {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last) {
                hash = Hash.node(part, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, part);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the newer tree begins with the older one. Nothing follows from an empty tree: that is false. */
    public static boolean continues(Hash olderRoot, long older, Hash newerRoot, long newer, List<Hash> proof) {
        if (older < 1 || older > newer) return false;
        if (older == newer) return proof.isEmpty() && olderRoot.equals(newerRoot);
        if (proof.isEmpty()) return false;
        Iterator<Hash> parts = proof.iterator();
        long place = older - 1;
        long last = newer - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        Hash first = Long.bitCount(older) == 1 ? olderRoot : parts.next();
        Hash second = first;
        while (parts.hasNext()) {
            Hash part = parts.next();
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last) {
                first = Hash.node(part, first);
                second = Hash.node(part, second);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.node(second, part);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(olderRoot) && second.equals(newerRoot);
    }

    /** Every range that is asked for begins at a multiple of the power of two that its width fits in. */
    private static Hash range(long from, long to, Nodes nodes) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return nodes.at(height, from >> height);
        }
        long middle = from + Long.highestOneBit(width);
        return Hash.node(range(from, middle, nodes), range(middle, to, nodes));
    }

    private static void include(long index, long from, long to, Nodes nodes, List<Hash> proof) {
        if (to - from == 1) return;
        long middle = from + Long.highestOneBit(to - from - 1);
        if (index < middle) {
            include(index, from, middle, nodes, proof);
            proof.add(range(middle, to, nodes));
        } else {
            include(index, middle, to, nodes, proof);
            proof.add(range(from, middle, nodes));
        }
    }

    /** @param known whether the reader has the root of the older part of this range already */
    private static void extend(long older, long from, long to, boolean known, Nodes nodes, List<Hash> proof) {
        if (older == to) {
            if (!known) proof.add(range(from, to, nodes));
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (older <= middle) {
            extend(older, from, middle, known, nodes, proof);
            proof.add(range(middle, to, nodes));
        } else {
            extend(older, middle, to, false, nodes, proof);
            proof.add(range(from, middle, nodes));
        }
    }
}
