package mainline.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link to any object of a community, such as idea 12. The number is counted per community and kind and never changes.
 */
public record Subject(CommunityId community, Kind kind, long number) {
    private static final Pattern KEY = Pattern.compile("([A-Z]{1,20})-(\\d{1,18})");
    private static final Pattern REF = Pattern.compile("(\\d{1,18})(?:-.*)?");

    /** What a subject can be, with the path of its page below the community's own. */
    public enum Kind {
        COMMUNITY(""),
        MEMBER("people"),
        DECISION("decisions"),
        /** An entry of the record. */
        ENTRY("record"),
        MISSION("mission"),
        CLAUSE("mission"),
        IDEA("ideas"),
        COMMENT("comments"),
        PLEDGE("pledges"),
        PROJECT("projects"),
        TASK("tasks"),
        CONTRIBUTION("contributions"),
        CHANGE("changes"),
        /** On lines of a change. */
        REMARK("remarks"),
        AREA("stewards"),
        NOMINATION("stewards/nominations"),
        RECALL("stewards/recalls"),
        PRACTICE("results"),
        TRIAL("trials"),
        VERDICT("verdicts"),
        ANNOUNCEMENT("announcements");

        private final String segment;

        Kind(String segment) {
            this.segment = segment;
        }
    }

    /** For form fields and query parameters: {@code IDEA-12}. */
    public String key() {
        return kind + "-" + number;
    }

    /** @throws Missing when the key is not one */
    public static Subject of(CommunityId community, String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) throw new Missing("subject " + key);
        try {
            return new Subject(community, Kind.valueOf(parts.group(1)), Long.parseLong(parts.group(2)));
        } catch (IllegalArgumentException e) {
            throw new Missing("subject " + key);
        }
    }

    /**
     * By the number at the start of the last part of an address, such as {@code 12-some-title}; the words behind it may be
     * old ones.
     *
     * @throws Missing when no number stands there
     */
    public static Subject at(CommunityId community, Kind kind, String ref) {
        Matcher parts = REF.matcher(ref);
        if (!parts.matches()) throw new Missing(kind + " " + ref);
        return new Subject(community, kind, Long.parseLong(parts.group(1)));
    }

    /** The page of this subject below the community, for example {@code ideas/12}. Each such path answers or redirects. */
    public String path() {
        return switch (kind) {
            case COMMUNITY, AREA -> kind.segment;
            case MISSION -> number == 0 ? kind.segment : kind.segment + "/versions/" + number;
            case CLAUSE -> kind.segment + "#M" + number;
            case MEMBER,
                    DECISION,
                    ENTRY,
                    IDEA,
                    COMMENT,
                    PLEDGE,
                    PROJECT,
                    TASK,
                    CONTRIBUTION,
                    CHANGE,
                    NOMINATION,
                    RECALL,
                    REMARK,
                    PRACTICE,
                    TRIAL,
                    VERDICT,
                    ANNOUNCEMENT -> kind.segment + "/" + number;
        };
    }
}
