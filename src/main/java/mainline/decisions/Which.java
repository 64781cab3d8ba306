package mainline.decisions;

/** Which decisions a list is of. */
public enum Which {
    /** Those that can still be voted on or objected to, and those that are announced. */
    RUNNING,
    /** Those with an outcome, and those withdrawn. */
    SETTLED,
    ALL
}
