package mainline.stewardship;

import java.time.Instant;
import mainline.kernel.Reason;

/**
 * Something a person did in an area.
 *
 * @param what in words, such as "approved"
 * @param title of what it was done about
 * @param path of its page below the community's
 */
public record Deed(Reason what, String title, String path, Instant at) {}
