package mainline.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mainline.proof.Hash;
import mainline.proof.Tile;
import mainline.proof.Tiles;
import org.jspecify.annotations.Nullable;

/** Reads the tiles of a copy beside its rows, from the first leaf to the last, and holds the upper ones to the lower ones. */
final class TileCheck {
    private final RecordCopy copy;
    private final long size;
    private final List<Hash> above = new ArrayList<>();
    private byte @Nullable [] tile = new byte[0];
    private long index = -1;

    TileCheck(RecordCopy copy, long size) {
        this.copy = copy;
        this.size = size;
    }

    /** The hash of a leaf as its tile has it; null when the copy holds no tiles. */
    @Nullable
    Hash leaf(long seq) {
        if (tile == null) return null;
        if (seq / Tile.FULL != index) {
            index = seq / Tile.FULL;
            tile = read(Tile.in(size, 0, index));
            if (tile == null) return null;
            if (tile.length == Tile.FULL * Hash.LENGTH && above.size() == index) above.add(Tiles.over(tile));
        }
        int from = (int) (seq % Tile.FULL) * Hash.LENGTH;
        return tile.length < from + Hash.LENGTH
                ? Hash.EMPTY
                : Hash.read(Arrays.copyOfRange(tile, from, from + Hash.LENGTH));
    }

    /** After all leaves fitted: the first upper tile that does not follow from those below it; empty when all do. */
    String misfit() {
        if (tile == null) return "";
        List<Hash> hashes = above;
        for (int level = 1; !hashes.isEmpty(); level++) {
            List<Hash> next = new ArrayList<>();
            for (int first = 0; first < hashes.size(); first += Tile.FULL) {
                List<Hash> row = hashes.subList(first, Math.min(hashes.size(), first + Tile.FULL));
                Tile place = new Tile(level, first / Tile.FULL, row.size());
                byte[] expected = bytes(row);
                if (!Arrays.equals(expected, read(place))) return place.path() + " does not follow from the rows";
                if (place.isFull()) next.add(Tiles.over(expected));
            }
            hashes = next;
        }
        return "";
    }

    private static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++)
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
        return bytes;
    }

    private byte @Nullable [] read(Tile place) {
        try {
            return copy.tile(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
