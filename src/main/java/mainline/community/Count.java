package mainline.community;

/** What is counted in every community as it happens, so that showing it costs one row. */
public enum Count {
    MEMBERS,
    IDEAS,
    PROJECTS,
    OPEN_CHANGES,
    MERGED_CHANGES,
    TRIALS,
    VERDICTS,
    DECISIONS,
    /** In quarter hours, so that the count stays whole. */
    HOURS_PLEDGED,
    HOURS_GIVEN
}
