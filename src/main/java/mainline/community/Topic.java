package mainline.community;

import mainline.kernel.Subject;

/** What a notice is about, for whoever wants to hear of one thing and not of another. */
public enum Topic {
    COMMUNITY("community"),
    MISSION("mission"),
    DECISIONS("decisions"),
    IDEAS("ideas"),
    PROJECTS("projects"),
    HANDBOOK("handbook"),
    CHANGES("changes"),
    RESULTS("results");

    private final String code;

    Topic(String code) {
        this.code = code;
    }

    /** It is stored, and never changes. */
    public String code() {
        return code;
    }

    public static Topic of(Subject.Kind kind) {
        return switch (kind) {
            case COMMUNITY, MEMBER, ENTRY, ANNOUNCEMENT -> COMMUNITY;
            case MISSION, CLAUSE -> MISSION;
            case DECISION -> DECISIONS;
            case IDEA, COMMENT, PLEDGE, CONTRIBUTION -> IDEAS;
            case PROJECT, TASK -> PROJECTS;
            case AREA, NOMINATION, RECALL -> HANDBOOK;
            case CHANGE, REMARK -> CHANGES;
            case PRACTICE, TRIAL, VERDICT -> RESULTS;
        };
    }
}
