package mainline.decisions;

import mainline.tally.EqualShares;

/** What equal shares do with hours that the first round leaves over; both variants are published, and differ at times. */
public enum Completion {
    /** Everybody gets more to spend as long as what is chosen fits the hours. */
    ADD1,
    /** The same, but it ends as soon as nothing else fits what is left. */
    EXHAUSTIVE;

    EqualShares.Completion counted() {
        return switch (this) {
            case ADD1 -> EqualShares.Completion.ADD1;
            case EXHAUSTIVE -> EqualShares.Completion.EXHAUSTIVE;
        };
    }
}
