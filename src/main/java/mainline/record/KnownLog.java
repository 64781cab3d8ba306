package mainline.record;

import java.time.Instant;
import mainline.proof.Hash;
import mainline.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * A log elsewhere that this installation watches over.
 *
 * @param size of the tree that was cosigned last; 0 before the first time
 */
record KnownLog(
        long id,
        VerifierKey key,
        long size,
        Hash root,
        @Nullable Instant seen) {}
