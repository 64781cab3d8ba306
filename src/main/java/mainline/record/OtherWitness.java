package mainline.record;

import java.time.Instant;
import mainline.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * A witness elsewhere that watches over the logs of this installation.
 *
 * @param url the beginning of its address; {@code /add-checkpoint} follows
 * @param problem why it did not cosign the last time; null when it did
 */
record OtherWitness(
        long id,
        VerifierKey key,
        String url,
        @Nullable String problem,
        @Nullable Instant tried) {}
