package mainline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogVerifierTest {
    private static final String ORIGIN = "example.org/record/1";
    private static final Signer SIGNER = new Signer(ORIGIN, Signer.Pair.generate());
    private static final int SIZE = 5_000;
    private static final int PLACE = 2_345;

    private final List<LogRow> rows = new ArrayList<>(
            IntStream.range(0, SIZE).mapToObj(i -> row(i, "IDEA-1")).toList());

    private static LogRow row(long seq, String subject) {
        String type = subject.startsWith("ENTRY") ? Leaf.ERASED : "idea.published";
        LogRow.Opened opened = LogRow.Opened.of(
                Hash.of(new byte[] {(byte) seq}).bytes(), LogRow.body(Map.of("title", "No. " + seq), 7L, null));
        Leaf leaf = new Leaf(seq, "2026-03-02T09:00:00Z", type, "ab".repeat(32), subject, opened.hash());
        return new LogRow(seq, leaf.text(), new LogRow.Told(leaf.time(), leaf.type(), subject), opened);
    }

    private Note checkpoint(int size) {
        List<Hash> leaves = rows.subList(0, size).stream().map(LogRow::leafHash).toList();
        return SIGNER.sign(new Checkpoint(ORIGIN, size, MerkleTree.root(leaves)));
    }

    private Verification verify(Note... checkpoints) {
        return new LogVerifier(SIGNER.key())
                .verify(rows.stream().map(LogRow::line).iterator(), List.of(checkpoints));
    }

    private void misfitAfter(Runnable change, long first, String problem) {
        Note early = checkpoint(PLACE);
        Note exact = checkpoint(PLACE + 1);
        Note all = checkpoint(SIZE);
        change.run();
        Verification found = verify(all, early, exact);
        assertThat(found.firstMisfit()).as(found.problem()).isEqualTo(first);
        assertThat(found.problem()).contains(problem);
    }

    @Test
    void an_honest_log_holds() {
        assertThat(verify(checkpoint(17), checkpoint(SIZE))).isEqualTo(new Verification(SIZE, -1, ""));
    }

    @Test
    void rows_beyond_the_checkpoint_wait_for_the_next_one() {
        assertThat(verify(checkpoint(SIZE - 10))).isEqualTo(new Verification(SIZE - 10, -1, ""));
    }

    @Test
    void a_changed_text_is_found() {
        LogRow row = rows.get(PLACE);
        LogRow.Opened other =
                new LogRow.Opened(row.opened().salt(), row.opened().body().replace("No. ", "No "));
        misfitAfter(() -> rows.set(PLACE, new LogRow(row.seq(), row.leaf(), row.told(), other)), PLACE, "what it says");
    }

    @Test
    void a_row_exchanged_together_with_its_leaf_is_found() {
        misfitAfter(() -> rows.set(PLACE, row(PLACE, "IDEA-2")), PLACE, "not what was signed");
    }

    @Test
    void two_rows_in_another_order_are_found() {
        misfitAfter(() -> Collections.swap(rows, PLACE, PLACE + 5), PLACE, "another row");
    }

    @Test
    void a_row_left_out_is_found() {
        misfitAfter(() -> rows.remove(PLACE), PLACE, "another row");
    }

    @Test
    void a_row_put_in_is_found() {
        misfitAfter(() -> rows.add(PLACE, row(PLACE, "IDEA-2")), PLACE, "");
    }

    @Test
    void rows_missing_at_the_end_are_found() {
        misfitAfter(() -> rows.subList(SIZE - 3, SIZE).clear(), SIZE - 3, "missing");
    }

    @Test
    void a_hole_holds_only_when_an_entry_tells_of_its_erasure() {
        rows.set(SIZE - 1, row(SIZE - 1, "ENTRY-" + PLACE));
        Note all = checkpoint(SIZE);
        erase(PLACE);
        assertThat(verify(all).holds()).isTrue();
        erase(PLACE + 1);
        assertThat(verify(all).firstMisfit()).isEqualTo(PLACE + 1);
    }

    private void erase(int place) {
        LogRow row = rows.get(place);
        rows.set(place, new LogRow(row.seq(), row.leaf(), row.told(), null));
    }

    @Test
    void a_checkpoint_of_another_key_or_log_proves_nothing() {
        Note note = checkpoint(SIZE);
        Signer other = new Signer(ORIGIN, Signer.Pair.generate());
        assertThat(verify(other.sign(note.text())).problem()).contains("not signed");
        Signer elsewhere = new Signer("example.org/record/2", Signer.Pair.generate());
        assertThat(verify(elsewhere.sign(new Checkpoint("example.org/record/2", 0, Hash.EMPTY)))
                        .problem())
                .contains("another log");
    }

    @Test
    void a_line_that_is_no_row_is_named() {
        Note all = checkpoint(SIZE);
        List<String> lines = new ArrayList<>(rows.stream().map(LogRow::line).toList());
        lines.set(PLACE, "{\"seq\":1,\"seq\":2}");
        assertThat(new LogVerifier(SIGNER.key())
                        .verify(lines.iterator(), List.of(all))
                        .firstMisfit())
                .isEqualTo(PLACE);
    }

    @Test
    void the_tiles_tell_exactly_which_leaf_was_exchanged() {
        Note all = checkpoint(SIZE);
        List<Hash> hashes = rows.stream().map(LogRow::leafHash).toList();
        rows.set(PLACE, row(PLACE, "IDEA-2"));
        Verification found = new LogVerifier(SIGNER.key())
                .verify(rows.stream().map(LogRow::line).iterator(), List.of(all), seq -> hashes.get((int) seq));
        assertThat(found.firstMisfit()).isEqualTo(PLACE);
    }
}
