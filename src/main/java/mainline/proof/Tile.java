package mainline.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a tree as C2SP tlog-tiles lays it out: up to 256 hashes in a row, or the entries under them.
 *
 * @param level of the hashes in steps of 256, or {@link #ENTRIES}
 * @param width 256 for a full one
 */
public record Tile(int level, long index, int width) {
    public static final int ENTRIES = -1;
    public static final int FULL = 256;
    private static final int HEIGHT = 8;
    private static final Pattern PATH =
            Pattern.compile("tile/(0|[1-9]\\d?|entries)/((?:x\\d{3}/){0,5}\\d{3})" + "(?:\\.p/([1-9]\\d{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL)
            throw new Malformed("no tile of level " + level + ", index " + index + ", width " + width);
    }

    /** @throws Malformed when it is not the one spelling of a tile's path */
    public static Tile parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) throw new Malformed("not the path of a tile: " + path);
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        Tile tile = new Tile(level, index, parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3)));
        if (!tile.path().equals(path)) throw new Malformed("not the path of a tile: " + path);
        return tile;
    }

    /** Such as {@code tile/0/x001/x234/067} or {@code tile/entries/000.p/17}. */
    public String path() {
        StringBuilder number = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) number.insert(0, "x%03d/".formatted(rest % 1000));
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + number + (width == FULL ? "" : ".p/" + width);
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** Whether a tree of that size has all of it. */
    public boolean isIn(long size) {
        return index * FULL + width <= hashes(size, Math.max(level, 0));
    }

    /** The tile of that level and index as it is in a tree of that size. */
    public static Tile in(long size, int level, long index) {
        long hashes = hashes(size, Math.max(level, 0)) - index * FULL;
        return new Tile(level, index, (int) Math.min(FULL, hashes));
    }

    /** All tiles of hashes of a tree, level by level. */
    public static List<Tile> all(long size) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; hashes(size, level) > 0; level++)
            for (long index = 0; index * FULL < hashes(size, level); index++) tiles.add(in(size, level, index));
        return tiles;
    }

    /** How many hashes that level has in a tree of that size. */
    static long hashes(long size, int level) {
        return level * HEIGHT > 62 ? 0 : size >> (level * HEIGHT);
    }
}
