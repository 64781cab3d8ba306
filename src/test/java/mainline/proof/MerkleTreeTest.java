package mainline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mainline.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MerkleTreeTest {
    private static final int MOST = 300;
    private static final List<Hash> LEAVES = IntStream.range(0, MOST)
            .mapToObj(i -> Hash.leaf(new byte[] {(byte) i, (byte) (i >> 8)}))
            .toList();

    @Test
    void the_published_inclusion_proofs_are_judged_as_published() throws IOException {
        assertThat(judged("inclusion", MerkleTreeTest::includes)).isEqualTo(98);
    }

    @Test
    void the_published_consistency_proofs_are_judged_as_published() throws IOException {
        assertThat(judged("consistency", MerkleTreeTest::continues)).isEqualTo(98);
    }

    @Tag("slow")
    @Test
    void every_leaf_of_every_tree_has_a_proof_that_holds_for_it_alone() {
        for (int size = 1; size <= MOST; size++) {
            Nodes nodes = MerkleTree.over(LEAVES.subList(0, size));
            Hash root = MerkleTree.root(size, nodes);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = MerkleTree.inclusion(index, size, nodes);
                assertThat(MerkleTree.includes(root, size, index, LEAVES.get(index), proof))
                        .isTrue();
                Hash other = LEAVES.get((index + 1) % MOST);
                assertThat(MerkleTree.includes(root, size, index, other, proof)).isFalse();
            }
        }
    }

    @Tag("slow")
    @Test
    void every_tree_continues_every_smaller_one_and_no_other() {
        List<Hash> roots = new ArrayList<>();
        for (int size = 0; size <= MOST; size++) roots.add(MerkleTree.root(LEAVES.subList(0, size)));
        for (int newer = 1; newer <= MOST; newer++) {
            Nodes nodes = MerkleTree.over(LEAVES.subList(0, newer));
            for (int older = 1; older <= newer; older++) {
                List<Hash> proof = MerkleTree.consistency(older, newer, nodes);
                assertThat(MerkleTree.continues(roots.get(older), older, roots.get(newer), newer, proof))
                        .isTrue();
                assertThat(MerkleTree.continues(roots.get(older - 1), older, roots.get(newer), newer, proof))
                        .isFalse();
            }
        }
    }

    @Test
    void nothing_follows_from_an_empty_tree() {
        assertThat(MerkleTree.continues(Hash.EMPTY, 0, LEAVES.getFirst(), 1, List.of()))
                .isFalse();
    }

    @Test
    void a_growing_tree_has_the_root_of_its_leaves() {
        GrowingTree tree = new GrowingTree();
        assertThat(tree.root()).isEqualTo(Hash.EMPTY);
        for (int size = 1; size <= MOST; size++) {
            tree.add(LEAVES.get(size - 1));
            assertThat(tree.root()).isEqualTo(MerkleTree.root(LEAVES.subList(0, size)));
        }
    }

    @Test
    void tiles_give_the_same_nodes_as_the_leaves() {
        int size = 256 * 256 + 300;
        List<Hash> leaves = IntStream.range(0, size)
                .mapToObj(i -> Hash.leaf(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)}))
                .toList();
        Nodes nodes = MerkleTree.over(leaves);
        Tiles tiles = new Tiles(size, tile -> bytes(tile, nodes));
        Hash root = MerkleTree.root(size, nodes);
        assertThat(MerkleTree.root(size, tiles)).isEqualTo(root);
        for (int index : List.of(0, 255, 256, 65_535, 65_536, size - 1)) {
            List<Hash> proof = MerkleTree.inclusion(index, size, tiles);
            assertThat(MerkleTree.includes(root, size, index, leaves.get(index), proof))
                    .isTrue();
        }
        List<Hash> proof = MerkleTree.consistency(257, size, tiles);
        Hash older = MerkleTree.root(leaves.subList(0, 257));
        assertThat(MerkleTree.continues(older, 257, root, size, proof)).isTrue();
    }

    private static byte[] bytes(Tile tile, Nodes nodes) {
        byte[] bytes = new byte[tile.width() * Hash.LENGTH];
        for (int i = 0; i < tile.width(); i++)
            System.arraycopy(
                    nodes.at(8 * tile.level(), tile.index() * Tile.FULL + i).bytes(), 0, bytes, i * 32, 32);
        return bytes;
    }

    private interface Judge {
        boolean accepts(JsonNode vector);
    }

    private static int judged(String kind, Judge judge) throws IOException {
        JsonMapper json = new JsonMapper();
        List<Path> vectors;
        try (Stream<Path> files = Files.walk(SharedData.file("merkle/" + kind))) {
            vectors = files.filter(file -> file.toString().endsWith(".json")).toList();
        }
        for (Path file : vectors) {
            JsonNode vector = json.readTree(Files.readString(file));
            assertThat(accepts(judge, vector))
                    .as(file.toString())
                    .isNotEqualTo(vector.path("wantErr").asBoolean(false));
        }
        return vectors.size();
    }

    private static boolean accepts(Judge judge, JsonNode vector) {
        try {
            return judge.accepts(vector);
        } catch (Malformed e) {
            return false;
        }
    }

    private static boolean includes(JsonNode vector) {
        return MerkleTree.includes(
                hash(vector, "root"),
                number(vector, "treeSize"),
                number(vector, "leafIdx"),
                hash(vector, "leafHash"),
                proof(vector));
    }

    private static boolean continues(JsonNode vector) {
        return MerkleTree.continues(
                someHash(vector, "root1"),
                number(vector, "size1"),
                someHash(vector, "root2"),
                number(vector, "size2"),
                proof(vector));
    }

    private static Hash hash(JsonNode vector, String field) {
        return Hash.readBase64(vector.path(field).asString(""));
    }

    /** Where the roots do not matter to a vector, they are no hashes but words, which stand for hashes here. */
    private static Hash someHash(JsonNode vector, String field) {
        byte[] bytes = Base64.getDecoder().decode(vector.path(field).asString(""));
        return bytes.length == Hash.LENGTH ? Hash.read(bytes) : Hash.of(bytes);
    }

    /** Some are the largest that 64 bits can hold without a sign: below zero here. */
    private static long number(JsonNode vector, String field) {
        return vector.get(field).bigIntegerValue().longValue();
    }

    private static List<Hash> proof(JsonNode vector) {
        List<Hash> proof = new ArrayList<>();
        if (vector.path("proof").isArray())
            vector.get("proof").forEach(part -> proof.add(Hash.readBase64(part.asString())));
        return proof;
    }
}
