package mainline.review;

import java.time.Instant;
import mainline.kernel.PersonId;

/**
 * A member who did not write it says that a change looks good.
 *
 * @param stands whether the present version changes the same as the endorsed one
 */
public record Endorsement(PersonId by, int version, Instant at, boolean stands) {}
