package mainline.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoteTest {
    // The example in the documentation of golang.org/x/mod/sumdb/note.
    private static final VerifierKey NEUMANN =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final String SAYING = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n\n"
            + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final Checkpoint HEAD = new Checkpoint("example.org/record/1", 3, Hash.leaf(new byte[] {1}));

    @Test
    void a_note_that_others_signed_is_read_and_verified() {
        Note note = Note.parse(SAYING);
        assertThat(note.isSignedBy(NEUMANN)).isTrue();
        assertThat(note.whole()).isEqualTo(SAYING);
        assertThat(NEUMANN.text()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(Note.parse(SAYING.replace("think", "thank")).isSignedBy(NEUMANN))
                .isFalse();
    }

    @Test
    void a_signed_checkpoint_comes_back_as_it_was() {
        Signer signer = new Signer(HEAD.origin(), Signer.Pair.generate());
        Note note = Note.parse(signer.sign(HEAD).whole());
        assertThat(note.isSignedBy(VerifierKey.parse(signer.key().text()))).isTrue();
        assertThat(Checkpoint.parse(note.text())).isEqualTo(HEAD);
        assertThat(note.isSignedBy(new Signer(HEAD.origin(), Signer.Pair.generate()).key()))
                .isFalse();
    }

    @Test
    void a_witness_says_when_it_saw_a_checkpoint() {
        Signer log = new Signer(HEAD.origin(), Signer.Pair.generate());
        Signer witness = new Signer("witness.example/w", Signer.Pair.generate());
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        Note seen = Note.parse(
                log.sign(HEAD).with(List.of(witness.cosign(HEAD, at))).whole());
        assertThat(seen.isSignedBy(log.key())).isTrue();
        assertThat(Cosignature.time(seen, witness.cosigningKey())).contains(at);
        assertThat(Cosignature.time(log.sign(HEAD), witness.cosigningKey())).isEmpty();
        Checkpoint other = new Checkpoint(HEAD.origin(), 4, HEAD.root());
        Note moved = log.sign(other).with(List.of(witness.cosign(HEAD, at)));
        assertThat(Cosignature.time(moved, witness.cosigningKey())).isEmpty();
    }

    @Test
    void only_one_spelling_of_a_checkpoint_is_read() {
        String root = HEAD.root().base64();
        assertThat(Checkpoint.parse("o\n3\n" + root + "\nmore\n").extensions()).containsExactly("more");
        for (String bad : List.of(
                "o\n03\n" + root + "\n",
                "o\n+3\n" + root + "\n",
                "o\n-3\n" + root + "\n",
                "o\n99999999999999999999\n" + root + "\n",
                "o\n3\n" + root,
                "o\n3\n" + root + "\n\n",
                "\n3\n" + root + "\n",
                "o\n3\n" + root.substring(4) + "\n",
                "o\n3\n" + root.replace("=", "") + "\n",
                "o\n0\n" + root + "\n",
                "o\n3\n"))
            assertThatThrownBy(() -> Checkpoint.parse(bad)).as(bad).isInstanceOf(Malformed.class);
    }

    @Test
    void what_is_no_note_is_refused() {
        for (String bad : List.of(
                "",
                "text\n",
                "text\n\n",
                "text\n\n— name\n",
                "text\n\n— name AAAA\n",
                "text\n\n— na+me AAAAAAAA\n",
                "text\n\n- name AAAAAAAA\n",
                "te\txt\n\n— name AAAAAAAA\n",
                "text\n\n— name AAAAAAAA"))
            assertThatThrownBy(() -> Note.parse(bad)).as(bad).isInstanceOf(Malformed.class);
    }

    @Test
    void a_tile_has_one_path() {
        for (String path : List.of("tile/0/000", "tile/1/x001/x234/067.p/8", "tile/entries/017.p/255", "tile/63/999"))
            assertThat(Tile.parse(path).path()).isEqualTo(path);
        for (String path : List.of(
                "tile/00/000",
                "tile/64/000",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/1",
                "tile/0/001/001",
                "tile/0/001.p/0",
                "tile/0/001.p/256",
                "tile/0/001.p/01",
                "tile/-1/001"))
            assertThatThrownBy(() -> Tile.parse(path)).as(path).isInstanceOf(Malformed.class);
    }

    @Test
    void a_tree_has_the_tiles_that_the_specification_counts() {
        List<Tile> tiles = Tile.all(70_000);
        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(tiles).contains(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(new Tile(0, 273, 112).isIn(70_000)).isTrue();
        assertThat(new Tile(0, 273, 113).isIn(70_000)).isFalse();
        assertThat(new Tile(Tile.ENTRIES, 273, 112).isIn(70_000)).isTrue();
    }

    @Test
    void the_same_content_has_one_canonical_text() {
        assertThat(CanonicalJson.of(Map.of("b", 1, "a", List.of(true, "é\n\"\u001f"))))
                .isEqualTo("{\"a\":[true,\"é\\n\\\"\\u001f\"],\"b\":1}");
        // RFC 8785 sorts by UTF-16 units: the astral character before the one at the end of the plane.
        assertThat(CanonicalJson.of(Map.of("\ufb33", 1, "😀", 2, "1", 3))).isEqualTo("{\"1\":3,\"😀\":2,\"\ufb33\":1}");
        assertThatThrownBy(() -> CanonicalJson.of("\ud800")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> CanonicalJson.of(1L << 60)).isInstanceOf(Malformed.class);
    }
}
