package mainline.notices;

import java.time.Instant;
import mainline.community.Why;
import mainline.kernel.Reason;
import mainline.kernel.Subject;

/**
 * A notice as it is kept.
 *
 * @param subject where it leads
 * @param whole what it is listed with
 */
record Told(long id, Why why, Subject subject, Subject whole, Reason text, Instant at, boolean seen) {}
