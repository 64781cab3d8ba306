package mainline.record;

import java.time.Instant;

/**
 * An act as it stands in the record.
 *
 * @param erased at the request of a person concerned: then the act has no person and no facts any more
 */
public record Entry(long id, Instant at, Act act, boolean erased) {}
