package mainline.record;

import java.time.Instant;

/** An act as it stands in the record. */
public record Entry(long id, Instant at, Act act) {}
