package mainline.record;

import java.time.Instant;
import mainline.proof.Note;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else has seen a checkpoint of this log.
 *
 * @param name who
 * @param line the cosignature, to be handed out with the checkpoint; null when there is none to hand out
 */
public record Witnessing(String name, Instant at, Note.@Nullable Signature line) {}
