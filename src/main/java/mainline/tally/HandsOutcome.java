package mainline.tally;

import java.util.List;

/** What a show of hands came to; it is passed when both the quorum and the ratio are reached. */
public record HandsOutcome(long yes, long no, long abstain, Quorum quorum, Ratio ratio) implements Outcome {
    public boolean quorumReached() {
        return quorum.reachedBy(yes);
    }

    public boolean ratioReached() {
        return ratio.holds(yes, no);
    }

    public boolean passed() {
        return quorumReached() && ratioReached();
    }

    /** So many yes were enough, with as many no as there were. */
    public long enough() {
        return Math.max(quorum.least(), ratio.least(no));
    }

    public boolean isTie() {
        return yes == no;
    }

    /** The proposal, number 1, or nothing. */
    @Override
    public List<Integer> winners() {
        return passed() ? List.of(1) : List.of();
    }
}
