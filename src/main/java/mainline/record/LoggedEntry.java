package mainline.record;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import mainline.proof.Checkpoint;
import mainline.proof.Hash;
import mainline.proof.LogRow;

/**
 * An entry's place in the tree, with all that shows it.
 *
 * @param path from the leaf to the root of the checkpoint
 * @param since when the checkpoint was signed that was the first with this entry
 */
record LoggedEntry(LogRow row, Hash leafHash, Checkpoint checkpoint, String note, List<Hash> path, Instant since) {
    /** The path in hexadecimal, with spaces between. */
    String hexPath() {
        return path.stream().map(Hash::hex).collect(Collectors.joining(" "));
    }
}
