package mainline.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainline.proof.Checkpoint;
import mainline.proof.Cosignature;
import mainline.proof.Leaf;
import mainline.proof.LogRow;
import mainline.proof.LogVerifier;
import mainline.proof.Malformed;
import mainline.proof.Note;
import mainline.proof.Verification;
import mainline.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Checks a copy of a record from its first row to its last, and against what the reader knows from elsewhere. Nothing in
 * the copy is believed, and memory stays bounded whatever it holds.
 *
 * @param key the log's key when the reader knows it; else the one that the copy names is taken on trust
 * @param from an earlier checkpoint, which the record must continue
 * @param witnesses keys of witnesses whose cosignatures are to be checked
 */
public record RecordCheck(
        @Nullable VerifierKey key, @Nullable Note from, List<VerifierKey> witnesses) {
    /** @param at when that witness saw the checkpoint; null when its key is not known here, so that nothing is proved */
    public record Signer(String name, @Nullable Instant at) {}

    /**
     * What was found.
     *
     * @param row the first row that does not fit; -1 when there is none
     * @param problem empty when the whole record holds
     * @param onTrust the key was taken from the copy itself
     */
    public record Result(
            String origin,
            long size,
            String root,
            String key,
            boolean onTrust,
            List<Signer> signers,
            long row,
            String problem) {
        public boolean holds() {
            return problem.isEmpty();
        }
    }

    /** Of several logs, the one that the key or the earlier checkpoint is of; any when neither is given. */
    public boolean isAbout(String origin) {
        return (key == null || key.name().equals(origin))
                && (from == null || Checkpoint.parse(from.text()).origin().equals(origin));
    }

    /** The same check without what is about another log than this copy's. */
    public RecordCheck only(RecordCopy copy) throws IOException {
        return isAbout(VerifierKey.parse(copy.head().key()).name()) ? this : new RecordCheck(null, null, witnesses);
    }

    /** @throws IOException when the copy cannot be read at all; what is wrong in it is a result */
    public Result of(RecordCopy copy) throws IOException {
        try {
            RecordCopy.Head head = copy.head();
            VerifierKey trusted = key == null ? VerifierKey.parse(head.key()) : key;
            Note note = Note.parse(head.checkpoint());
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            Verification found = check(copy, head, trusted, note, checkpoint);
            String problem = found.problem();
            if (found.firstMisfit() >= 0) problem = named(copy, found.firstMisfit()) + ": " + problem;
            return new Result(
                    checkpoint.origin(),
                    checkpoint.size(),
                    checkpoint.root().base64(),
                    trusted.text(),
                    key == null,
                    signers(note, trusted),
                    found.firstMisfit(),
                    problem);
        } catch (Malformed e) {
            return new Result("", 0, "", "", key == null, List.of(), -1, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private Verification check(
            RecordCopy copy, RecordCopy.Head head, VerifierKey trusted, Note note, Checkpoint checkpoint)
            throws IOException {
        if (!head.key().equals(trusted.text()))
            return new Verification(0, -1, "the copy names another key, " + head.key());
        List<Note> checkpoints = new ArrayList<>(List.of(note));
        if (from != null) checkpoints.add(from);
        TileCheck tiles = new TileCheck(copy, checkpoint.size());
        Iterator<String> rows = copy.rows(0, checkpoint.size());
        Verification found =
                new LogVerifier(trusted).verify(new First(rows, checkpoint.size()), checkpoints, tiles::leaf);
        if (!found.holds()) return found;
        if (rows.hasNext())
            return new Verification(found.rows(), checkpoint.size(), "the checkpoint does not cover it");
        return new Verification(found.rows(), -1, tiles.misfit());
    }

    private List<Signer> signers(Note note, VerifierKey log) {
        List<Signer> signers = new ArrayList<>();
        for (Note.Signature signature : note.signatures()) {
            if (signature.name().equals(log.name())) continue;
            Instant at = witnesses.stream()
                    .filter(witness -> witness.name().equals(signature.name()))
                    .flatMap(witness -> Cosignature.time(note, witness).stream())
                    .findFirst()
                    .orElse(null);
            signers.add(new Signer(signature.name(), at));
        }
        return List.copyOf(signers);
    }

    /** Such as {@code row 1,234 (idea.published, IDEA-12)}. */
    private static String named(RecordCopy copy, long seq) {
        String row = "row " + String.format(Locale.ROOT, "%,d", seq);
        try {
            Iterator<String> rows = copy.rows(seq, seq + 1);
            if (!rows.hasNext()) return row;
            Leaf leaf = Leaf.parse(LogRow.parse(rows.next()).leaf());
            String subject = leaf.subject().length() > 40 ? "a person" : leaf.subject();
            return row + " (" + leaf.type() + ", " + subject + ")";
        } catch (Malformed | IOException | UncheckedIOException e) {
            return row;
        }
    }

    /** The rows that the checkpoint covers, and no more. */
    private static final class First implements Iterator<String> {
        private final Iterator<String> all;
        private long left;

        First(Iterator<String> all, long count) {
            this.all = all;
            this.left = count;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && all.hasNext();
        }

        @Override
        public String next() {
            left--;
            return all.next();
        }
    }
}
