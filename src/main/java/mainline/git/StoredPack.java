package mainline.git;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A pack as its row tells; {@code files} gives the size in bytes by extension. */
public record StoredPack(UUID name, String source, Instant at, long objects, long deltas, Map<String, Long> files) {}
