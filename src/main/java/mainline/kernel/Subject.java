package mainline.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link to any object of a community, such as idea 12. The number is counted per community and kind and never changes.
 */
public record Subject(CommunityId community, Kind kind, long number) {
    private static final Pattern KEY = Pattern.compile("([A-Z]{1,20})-(\\d{1,18})");
    private static final Pattern REF = Pattern.compile("(\\d{1,18})(?:-.*)?");
    private static final Pattern PAGE = Pattern.compile("([a-z/]{1,40})/(\\d{1,18})(?:-[^/]*)?(?:/.*)?");
    private static final String VERSIONS = "mission/versions";

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

    /**
     * What a page is about, by its address below the community: its own page, or one further down, such as
     * {@code ideas/12-title/versions}. Nothing for pages that are about no one thing.
     */
    public static Optional<Subject> on(CommunityId community, String path) {
        if (path.equals(Kind.AREA.segment)) return Optional.of(new Subject(community, Kind.AREA, 0));
        Matcher parts = PAGE.matcher(path);
        if (!parts.matches()) return Optional.empty();
        String segment = parts.group(1).equals(VERSIONS) ? Kind.MISSION.segment : parts.group(1);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.segment.equals(segment))
                .findFirst()
                .map(kind -> new Subject(community, kind, Long.parseLong(parts.group(2))));
    }

    /** The page of this subject below the community, for example {@code ideas/12}. Each such path answers or redirects. */
    public String path() {
        return switch (kind) {
            case COMMUNITY, AREA -> kind.segment;
            case MISSION -> number == 0 ? kind.segment : VERSIONS + "/" + number;
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
