package mainline.notices;

import java.time.Instant;
import mainline.kernel.Reason;
import mainline.kernel.Subject;

/** A notice as it is kept. */
record Told(long id, Subject subject, Reason text, Instant at, boolean seen) {}
