package mainline.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mainline.proof.Checkpoint;
import mainline.proof.Hash;
import mainline.proof.Malformed;
import mainline.proof.Note;

/**
 * What a log sends to a witness, as C2SP tlog-witness writes it.
 *
 * @param old the size of the tree that the witness has seen
 * @param proof that the new tree continues the old one
 */
record Submission(long old, List<Hash> proof, Note note) {
    /** What is longer is none. */
    static final int LONGEST = 64 << 10;

    private static final int LONGEST_PROOF = 63;

    /** @throws Malformed unless it is exactly in that form */
    static Submission parse(String text) {
        int gap = text.indexOf("\n\n");
        if (gap < 0) throw new Malformed("a submission without a checkpoint");
        String[] lines = text.substring(0, gap).split("\n", -1);
        if (!lines[0].matches("old (0|[1-9]\\d{0,17})")) throw new Malformed("a submission without the old size");
        if (lines.length - 1 > LONGEST_PROOF) throw new Malformed("a proof that is too long");
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) proof.add(Hash.readBase64(lines[i]));
        return new Submission(Long.parseLong(lines[0].substring(4)), proof, Note.parse(text.substring(gap + 2)));
    }

    Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    String text() {
        return "old " + old + "\n"
                + proof.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining()) + "\n" + note.whole();
    }
}
