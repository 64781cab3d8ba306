package mainline.record;

import java.io.IOException;
import java.util.Iterator;
import mainline.proof.Tile;
import org.jspecify.annotations.Nullable;

/** A copy of a community's record that can be checked: an export, the pages of a server, or a database. */
public interface RecordCopy {
    /**
     * What the copy says of itself.
     *
     * @param checkpoint a signed note
     * @param key the verifier key of the log; whoever made the copy may have made the key
     */
    record Head(String checkpoint, String key) {}

    Head head() throws IOException;

    /**
     * Rows in their order, as lines of JSON, read as they are asked for; fewer when the copy has fewer.
     *
     * @param to the first that is not wanted
     * @throws mainline.proof.Malformed and {@link java.io.UncheckedIOException} from the iterator, too
     */
    Iterator<String> rows(long from, long to) throws IOException;

    /** The hashes of a tile, 32 bytes each; null when this copy holds no tiles. */
    byte @Nullable [] tile(Tile tile) throws IOException;
}
