package mainline.chain;

/** The steps of the chain, in order. A verdict leads to the next change on the same thread. */
public enum Step {
    CLAUSE,
    IDEA,
    BACKING,
    PROJECT,
    CHANGE,
    HANDBOOK,
    TRIALS,
    VERDICT
}
