/**
 * The proof of a log: Merkle tree, tiles, signed checkpoints and witnesses' cosignatures, in the formats of RFC 6962,
 * RFC 9162 and C2SP, and the {@link mainline.proof.Verification} that anyone can run offline.
 * It knows neither the database nor the web; the record feeds it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package mainline.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
