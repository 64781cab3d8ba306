package mainline.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The nodes of a tree of a certain size, computed from its tiles; each tile is asked for once. Not safe for several threads. */
public final class Tiles implements Nodes {
    private static final int HEIGHT = 8;

    private final long size;
    private final Function<Tile, byte[]> source;
    private final Map<Tile, byte[]> read = new HashMap<>();

    /** @param source the bytes of a tile, 32 for each hash */
    public Tiles(long size, Function<Tile, byte[]> source) {
        this.size = size;
        this.source = source;
    }

    /** @throws Malformed when the source gives a tile of the wrong length */
    @Override
    public Hash at(int height, long index) {
        int above = height % HEIGHT;
        long first = index << above;
        byte[] hashes = bytes(Tile.in(size, height / HEIGHT, first / Tile.FULL));
        return over(hashes, (int) (first % Tile.FULL), 1 << above);
    }

    /** The root over all 256 hashes of a full tile. */
    public static Hash over(byte[] full) {
        return over(full, 0, Tile.FULL);
    }

    private static Hash over(byte[] hashes, int from, int count) {
        if (count == 1) return Hash.read(hashes, from * Hash.LENGTH);
        int half = count / 2;
        return Hash.node(over(hashes, from, half), over(hashes, from + half, half));
    }

    private byte[] bytes(Tile tile) {
        return read.computeIfAbsent(tile, wanted -> {
            byte[] bytes = source.apply(wanted);
            if (bytes.length != wanted.width() * Hash.LENGTH)
                throw new Malformed(wanted.path() + " has " + bytes.length + " bytes");
            return bytes;
        });
    }
}
