package mainline.decisions;

import java.time.Instant;
import mainline.tally.Ballot;

/** An open ballot as only its voter sees it before the close. */
public record OwnBallot(Ballot ballot, String reason, Instant at) {}
