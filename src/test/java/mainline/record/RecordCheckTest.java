package mainline.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import mainline.platform.Outbound;
import mainline.proof.Checkpoint;
import mainline.proof.Hash;
import mainline.proof.Leaf;
import mainline.proof.LogRow;
import mainline.proof.MerkleTree;
import mainline.proof.Note;
import mainline.proof.Signer;
import mainline.proof.Tile;
import mainline.proof.VerifierKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a record as honest and as hostile people hand them on. */
class RecordCheckTest {
    private static final String ORIGIN = "example.org/record/1";
    private static final Signer LOG = new Signer(ORIGIN, Signer.Pair.generate());
    private static final Signer WITNESS = new Signer("witness.example/w1", Signer.Pair.generate());
    private static final int SIZE = 700;
    private static final RecordCheck TRUSTING = new RecordCheck(null, null, List.of());

    @TempDir
    private Path folder;

    private final List<Hash> leaves = new ArrayList<>();
    private final List<String> rows = rows(SIZE, leaves);

    private static List<String> rows(int size, List<Hash> leaves) {
        List<String> rows = new ArrayList<>();
        for (int seq = 0; seq < size; seq++) {
            LogRow.Opened opened = LogRow.Opened.of(
                    Hash.of(new byte[] {(byte) seq, (byte) (seq >> 8)}).bytes(),
                    LogRow.body(Map.of("title", "Nº " + seq), 7L, null));
            String subject = "IDEA-" + seq % 9;
            Leaf leaf =
                    new Leaf(seq, "2026-03-02T09:00:00Z", "idea.published", "ab".repeat(32), subject, opened.hash());
            leaves.add(leaf.hash());
            rows.add(new LogRow(seq, leaf.text(), new LogRow.Told(leaf.time(), leaf.type(), subject), opened).line());
        }
        return rows;
    }

    private Note checkpoint(int size) {
        return LOG.sign(new Checkpoint(ORIGIN, size, MerkleTree.root(leaves.subList(0, size))));
    }

    private List<String> export() {
        List<String> lines = new ArrayList<>();
        lines.add(RecordFile.headLine(
                new RecordCopy.Head(checkpoint(SIZE).whole(), LOG.key().text())));
        lines.addAll(rows);
        return lines;
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("export"), bytes);
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    private RecordCheck.Result check(RecordCheck check, byte[] export) throws IOException {
        return check.of(new RecordFile(written(export)));
    }

    private RecordCheck.Result checkLines(List<String> lines) throws IOException {
        return check(TRUSTING, bytes(lines));
    }

    @Test
    void an_honest_export_holds_plain_and_packed() throws IOException {
        byte[] plain = bytes(export());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        for (byte[] export : List.of(plain, packed.toByteArray())) {
            RecordCheck.Result result = check(TRUSTING, export);
            assertThat(result.problem()).isEmpty();
            assertThat(result.size()).isEqualTo(SIZE);
            assertThat(result.root()).isEqualTo(MerkleTree.root(leaves).base64());
            assertThat(result.onTrust()).isTrue();
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        assertThat(check(TRUSTING, cut).problem()).contains("broken off");
    }

    @Test
    void the_record_must_continue_an_earlier_checkpoint() throws IOException {
        assertThat(check(new RecordCheck(LOG.key(), checkpoint(300), List.of()), bytes(export()))
                        .holds())
                .isTrue();
        List<Hash> others = new ArrayList<>(leaves.subList(0, 300));
        others.set(17, Hash.EMPTY);
        Note rewritten = LOG.sign(new Checkpoint(ORIGIN, 300, MerkleTree.root(others)));
        assertThat(check(new RecordCheck(LOG.key(), rewritten, List.of()), bytes(export()))
                        .problem())
                .contains("not what was signed");
        Note longer = LOG.sign(new Checkpoint(ORIGIN, SIZE + 1, Hash.of(new byte[1])));
        assertThat(check(new RecordCheck(LOG.key(), longer, List.of()), bytes(export()))
                        .problem())
                .contains("row 700")
                .contains("missing");
    }

    @Test
    void another_key_than_the_one_known_is_refused() throws IOException {
        VerifierKey other = new Signer(ORIGIN, Signer.Pair.generate()).key();
        assertThat(check(new RecordCheck(other, null, List.of()), bytes(export()))
                        .problem())
                .contains("another key");
        Note foreign = new Signer("example.org/record/2", Signer.Pair.generate())
                .sign(new Checkpoint("example.org/record/2", 1, Hash.EMPTY));
        assertThat(check(new RecordCheck(LOG.key(), foreign, List.of()), bytes(export()))
                        .problem())
                .contains("another log");
    }

    @Test
    void changed_missing_doubled_exchanged_and_added_rows_are_named() throws IOException {
        List<String> changed = export();
        changed.set(401, changed.get(401).replace("Nº 400", "Nº 4oo"));
        assertThat(checkLines(changed).problem()).startsWith("row 400 (idea.published, IDEA-4): what it says");

        List<String> missing = export();
        missing.remove(401);
        assertThat(checkLines(missing))
                .satisfies(found -> assertThat(found.row()).isEqualTo(400));

        List<String> doubled = export();
        doubled.add(401, doubled.get(401));
        assertThat(checkLines(doubled).row()).isEqualTo(401);

        List<String> exchanged = export();
        exchanged.set(401, export().get(402));
        exchanged.set(402, export().get(401));
        assertThat(checkLines(exchanged).row()).isEqualTo(400);

        List<String> added = export();
        added.add(rows(SIZE + 1, new ArrayList<>()).getLast());
        assertThat(checkLines(added).problem()).startsWith("row 700").contains("does not cover");

        List<String> shortened = export();
        shortened.removeLast();
        assertThat(checkLines(shortened).problem()).startsWith("row 699").contains("missing");
    }

    @Tag("slow")
    @Test
    void every_byte_of_an_export_counts() throws IOException {
        leaves.clear();
        rows.clear();
        rows.addAll(rows(3, leaves));
        String head = RecordFile.headLine(
                new RecordCopy.Head(checkpoint(3).whole(), LOG.key().text()));
        List<String> lines = new ArrayList<>(List.of(head));
        lines.addAll(rows);
        byte[] export = bytes(lines);
        assertThat(check(TRUSTING, export).holds()).isTrue();
        List<String> unseen = new ArrayList<>();
        for (int at = 0; at < export.length; at++)
            for (int flip : new int[] {1, 0x20, 0x80}) {
                byte[] other = export.clone();
                other[at] ^= (byte) flip;
                if (check(TRUSTING, other).holds())
                    unseen.add(at + ": "
                            + new String(
                                    export,
                                    Math.max(0, at - 20),
                                    Math.min(40, export.length - Math.max(0, at - 20)),
                                    UTF_8));
            }
        assertThat(unseen).isEmpty();
        for (int length = 0; length < export.length; length += 7)
            assertThat(check(TRUSTING, Arrays.copyOf(export, length)).holds())
                    .as("the first %d bytes", length)
                    .isFalse();
    }

    @Test
    void what_is_no_export_is_told_in_one_line() throws IOException {
        byte[] endless = new byte[6 << 20];
        for (byte[] odd : List.of(
                new byte[0],
                "{}\n".getBytes(UTF_8),
                "<html>\n".getBytes(UTF_8),
                new byte[] {0x1f, (byte) 0x8b, 9},
                endless,
                "null\n".getBytes(UTF_8),
                ("[".repeat(100_000) + "\n").getBytes(UTF_8))) {
            RecordCheck.Result result = check(TRUSTING, odd);
            assertThat(result.holds()).isFalse();
            assertThat(result.problem().lines()).hasSize(1);
        }
        assertThatThrownBy(() -> TRUSTING.of(new RecordFile(folder.resolve("none"))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_witness_whose_key_is_known_vouches_with_its_time() throws IOException {
        Instant at = Instant.parse("2026-03-02T10:00:00Z");
        Note note = checkpoint(SIZE);
        Note seen = note.with(List.of(WITNESS.cosign(Checkpoint.parse(note.text()), at)));
        List<String> export = export();
        export.set(
                0,
                RecordFile.headLine(new RecordCopy.Head(seen.whole(), LOG.key().text())));
        assertThat(checkLines(export).signers()).containsExactly(new RecordCheck.Signer("witness.example/w1", null));
        RecordCheck knowing = new RecordCheck(LOG.key(), null, List.of(WITNESS.cosigningKey()));
        assertThat(check(knowing, bytes(export)).signers())
                .containsExactly(new RecordCheck.Signer("witness.example/w1", at));
    }

    @Test
    void a_served_record_is_checked_with_its_tiles() throws IOException {
        assertThat(served("").problem()).isEmpty();
        assertThat(served("tile/0/001").problem()).startsWith("row 384").contains("another leaf");
        assertThat(served("tile/1/").problem()).contains("tile/1/000.p/2 does not follow");
        assertThat(served("rows?from=0").problem()).isNotEmpty();
        assertThat(served("checkpoint").problem()).isNotEmpty();
    }

    /** @param spoilt the beginning of the page that is not as it should be */
    private RecordCheck.Result served(String spoilt) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/village/record/", exchange -> {
            String asked = exchange.getRequestURI().toString().substring("/village/record/".length());
            byte[] page = page(asked);
            if (!spoilt.isEmpty() && asked.startsWith(spoilt)) page[page.length / 2] ^= 1;
            try (exchange) {
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
        try (Outbound outbound = Outbound.anywhere()) {
            String address = "http://localhost:" + server.getAddress().getPort() + "/village/";
            return TRUSTING.of(new ServedRecord(outbound, address));
        } finally {
            server.stop(0);
        }
    }

    private byte[] page(String asked) {
        if (asked.equals("checkpoint")) return checkpoint(SIZE).whole().getBytes(UTF_8);
        if (asked.equals("key")) return (LOG.key().text() + "\n").getBytes(UTF_8);
        if (asked.startsWith("rows?from=")) {
            int from = Integer.parseInt(asked.substring(10));
            return bytes(rows.subList(from, Math.min(SIZE, from + 300)));
        }
        Tile tile = Tile.parse(asked);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < tile.width(); i++) {
            Hash hash = MerkleTree.over(leaves).at(8 * tile.level(), tile.index() * Tile.FULL + i);
            bytes.writeBytes(hash.bytes());
        }
        return bytes.toByteArray();
    }
}
