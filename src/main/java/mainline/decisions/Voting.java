package mainline.decisions;

/** Whether somebody can vote here now, and if not why; each is said in a sentence. */
public enum Voting {
    MAY_VOTE,
    /** An open ballot of theirs stands and can be changed. */
    MAY_CHANGE,
    /** Their secret ballot is in the box. */
    HAS_VOTED,
    /** Who joined, or came to the level it takes, after the opening. */
    NOT_ON_ROLL,
    /** It is talked about before its ballot opens. */
    NOT_YET,
    OVER,
    /** Nothing is counted: concerns and consents settle it. */
    NOT_COUNTED
}
