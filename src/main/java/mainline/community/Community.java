package mainline.community;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import mainline.kernel.CommunityId;

/**
 * A group with a name, a mission, members and a handbook.
 *
 * @param slug its part of every address
 * @param tagline a few words below the name; empty where there are none
 * @param visibility who may read it
 * @param zone in which its dates and windows are reckoned
 * @param language in which it writes, as {@link OwnWords} does
 */
public record Community(
        CommunityId id,
        String slug,
        String name,
        String tagline,
        Visibility visibility,
        ZoneId zone,
        Locale language,
        Instant since) {

    /** So long a community is young: those who begin it need not wait for one another as long as later ones do. */
    public static final Duration YOUNG = Duration.ofDays(30);

    public boolean isYoung(Instant now) {
        return now.isBefore(since.plus(YOUNG));
    }

    public boolean isForMembersOnly() {
        return visibility == Visibility.MEMBERS;
    }

    /** The address of one of its pages. */
    public String path(String below) {
        return below.isEmpty() ? "/" + slug : "/" + slug + "/" + below;
    }
}
