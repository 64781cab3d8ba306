package mainline.decisions;

import mainline.kernel.PersonId;
import mainline.tally.Ballot;
import org.jspecify.annotations.Nullable;

/**
 * A ballot of a closed decision.
 *
 * @param place from 1, in the order of receipts
 * @param voter null where ballots are secret
 * @param reason given with an open ballot; empty for none
 */
public record PublishedBallot(
        int place, String receipt, Ballot ballot, @Nullable PersonId voter, String reason) {}
