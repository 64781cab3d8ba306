package mainline.decisions;

import java.time.Instant;
import mainline.tally.Ballot;

/** An open ballot as only its voter sees it before the close. */
public record OwnBallot(Ballot ballot, Said said, Instant at) {
    OwnBallot gaining(String interest) {
        return new OwnBallot(ballot, new Said(said.reason(), interest), at);
    }
}
