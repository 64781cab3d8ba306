package mainline.decisions;

/** Where a round of consent is. */
public enum Phase {
    /** Everybody understands what is proposed. */
    CLARIFY,
    /** Everybody says what they make of it. */
    REACT,
    /** Whoever asked may change it. */
    AMEND,
    /** Everybody consents, or objects with a reason. */
    OBJECT,
    OVER
}
