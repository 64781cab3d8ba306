package mainline.mission;

import mainline.record.Verb;

/** What is done with the charter. */
enum MissionVerb implements Verb {
    PUBLISHED("mission.published"),
    PROPOSED("mission.proposed"),
    RATIFICATION_OPENED("mission.ratification-opened"),
    RATIFIED("mission.ratified"),
    TURNED_DOWN("mission.turned-down"),
    SIGNED("mission.signed"),
    UNSIGNED("mission.unsigned"),
    COMMUNITY_RENAMED("community.renamed");

    private final String code;

    MissionVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
