package mainline.tally;

import java.util.Collection;

/** A show of hands: as many yes as the quorum asks for, and as many times the no as the ratio asks for. Abstaining counts for neither. */
public final class Hands {
    private Hands() {}

    public static HandsOutcome count(Collection<Ballot.Hand> hands, Quorum quorum, Ratio ratio) {
        return count(
                of(hands, Ballot.Hand.YES), of(hands, Ballot.Hand.NO), of(hands, Ballot.Hand.ABSTAIN), quorum, ratio);
    }

    public static HandsOutcome count(long yes, long no, long abstain, Quorum quorum, Ratio ratio) {
        return new HandsOutcome(yes, no, abstain, quorum, ratio);
    }

    private static long of(Collection<Ballot.Hand> hands, Ballot.Hand which) {
        return hands.stream().filter(hand -> hand == which).count();
    }
}
