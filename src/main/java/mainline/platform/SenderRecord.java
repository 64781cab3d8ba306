package mainline.platform;

import java.util.List;

/**
 * One text that name servers hold about a domain.
 *
 * @param name under which it stands
 * @param published what stands there now
 * @param advised what to publish where there is none
 */
public record SenderRecord(Kind kind, Standing standing, String name, List<String> published, String advised) {
    public enum Kind {
        SPF,
        DKIM,
        DMARC
    }

    public enum Standing {
        /** There is one, and nothing in it is plainly wrong. */
        PUBLISHED,
        MISSING,
        /** Several where one is allowed, so that none counts. */
        SEVERAL,
        /** It lets everybody send. */
        OPEN,
        /** Nobody was asked, or nobody answered. */
        UNKNOWN
    }
}
