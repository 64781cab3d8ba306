package mainline.decisions;

import java.util.List;

/** What the record holds of published ballots: the hash of each, in order of the hashes. */
final class Attestation {
    /** With more ballots than these the record holds only one hash over all. */
    static final int MOST_LISTED = 1000;

    private Attestation() {}

    static List<String> hashes(List<BallotStore.Row> ballots) {
        return ballots.stream().map(Attestation::line).map(Digest::hex).sorted().toList();
    }

    /** SHA-256 over the sorted hashes, one a line. */
    static String digest(List<String> hashes) {
        return Digest.hex(String.join("\n", hashes));
    }

    private static String line(BallotStore.Row ballot) {
        String voter = ballot.voter() == null ? "-" : String.valueOf(ballot.voter().value());
        return ballot.receipt() + " " + voter + " " + ballot.choice();
    }
}
