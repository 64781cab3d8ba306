package mainline.community;

import java.time.Instant;
import java.time.ZoneId;
import mainline.kernel.CommunityId;

/**
 * A group with a name, a mission, members and a handbook.
 *
 * @param slug its part of every address
 * @param zone in which its dates and windows are reckoned
 */
public record Community(CommunityId id, String slug, String name, ZoneId zone, Instant since) {}
