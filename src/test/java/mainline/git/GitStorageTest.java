package mainline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainline.MainlineTest;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Packs in chunks and refs with compare-and-set, below everything else. */
@MainlineTest
class GitStorageTest {
    private static final ObjectId A = ObjectId.fromString("a".repeat(40));
    private static final ObjectId B = ObjectId.fromString("b".repeat(40));
    private static final ObjectId C = ObjectId.fromString("c".repeat(40));

    private final GitStore store;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final CommunityId community = new CommunityId(Math.abs(new Random().nextLong()));

    GitStorageTest(GitStore store, TransactionTemplate transaction, JdbcClient db) {
        this.store = store;
        this.transaction = transaction;
        this.db = db;
    }

    private HandbookRepository repository() {
        return new HandbookRepository(store, community, Clock.systemUTC(), transaction, null);
    }

    private ObjectId insert(byte[] blob) throws Exception {
        try (HandbookRepository repository = repository();
                ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(Constants.OBJ_BLOB, blob);
            inserter.flush();
            return id;
        }
    }

    private byte[] read(ObjectId id) throws Exception {
        try (HandbookRepository repository = repository();
                ObjectReader reader = repository.newObjectReader()) {
            return reader.open(id).getCachedBytes(100 << 20);
        }
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000, 20_000_000})
    void what_was_written_is_read_back_across_the_borders_of_chunks(int length) throws Exception {
        byte[] blob = noise(length);
        assertThat(Arrays.equals(read(insert(blob)), blob)).isTrue();
    }

    @Test
    void many_objects_in_one_pack_are_found_again() throws Exception {
        Map<ObjectId, byte[]> blobs = new HashMap<>();
        try (HandbookRepository repository = repository();
                ObjectInserter inserter = repository.newObjectInserter()) {
            for (int n = 0; n < 3000; n++) {
                byte[] blob = noise(n % 700 + 10);
                blobs.put(inserter.insert(Constants.OBJ_BLOB, blob), blob);
            }
            inserter.flush();
        }
        for (var blob : blobs.entrySet()) assertThat(read(blob.getKey())).isEqualTo(blob.getValue());
    }

    @Test
    void an_unfinished_file_can_be_read_back_at_any_place() throws Exception {
        byte[] bytes = noise(200_000);
        PackOutput output = new PackOutput(store, community, UUID.randomUUID(), "pack");
        output.write(bytes, 0, bytes.length);
        for (int at : List.of(0, 65_535, 65_536, 131_071, 190_000, 199_999)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            assertThat(output.read(at, one)).isEqualTo(1);
            assertThat(one.get(0)).isEqualTo(bytes[at]);
        }
        assertThat(output.read(200_000, ByteBuffer.allocate(1))).isEqualTo(-1);
    }

    @Test
    void what_is_rolled_back_leaves_nothing() throws Exception {
        List<ObjectId> lost = new ArrayList<>();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    try {
                        ObjectId id = insert(noise(300_000));
                        lost.add(id);
                        assertThat(read(id)).hasSize(300_000);
                        store.create(community, new StoredRef("refs/heads/lost", id, null, null));
                    } catch (Exception failed) {
                        throw new AssertionError(failed);
                    }
                    throw new IllegalStateException("the act fails later");
                }))
                .hasMessage("the act fails later");
        assertThatThrownBy(() -> read(lost.getFirst())).hasMessageContaining("Missing");
        for (String table : List.of("git_pack", "git_pack_file", "git_pack_chunk", "git_ref")) {
            assertThat(db.sql("select count(*) from " + table + " where community_id = ?")
                            .param(community.value())
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void an_inserter_that_is_closed_early_leaves_nothing() throws Exception {
        try (HandbookRepository repository = repository();
                ObjectInserter inserter = repository.newObjectInserter()) {
            inserter.insert(Constants.OBJ_BLOB, noise(500_000));
        }
        assertThat(db.sql("select count(*) from git_pack_chunk where community_id = ?")
                        .param(community.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_ref_moves_only_from_where_it_was() {
        StoredRef first = new StoredRef("refs/heads/main", A, null, null);
        assertThat(store.create(community, first)).isTrue();
        assertThat(store.create(community, first)).isFalse();
        assertThat(store.move(community, ref(B), ref(C))).isFalse();
        assertThat(store.move(community, ref(A), ref(B))).isTrue();
        assertThat(store.ref(community, "refs/heads/main").orElseThrow().object())
                .isEqualTo(B);
        assertThat(store.remove(community, ref(A))).isFalse();
        assertThat(store.remove(community, ref(B))).isTrue();
    }

    private static StoredRef ref(ObjectId id) {
        return new StoredRef("refs/heads/main", id, null, null);
    }

    @Test
    void of_two_connections_that_move_a_ref_at_once_one_wins() throws Exception {
        store.create(community, ref(A));
        CountDownLatch moved = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> first = threads.submit(() -> transaction.execute(status -> {
                boolean won = store.move(community, ref(A), ref(B));
                moved.countDown();
                await(commit);
                return won;
            }));
            await(moved);
            Future<Boolean> second =
                    threads.submit(() -> transaction.execute(status -> store.move(community, ref(A), ref(C))));
            Thread.sleep(200);
            assertThat(second.isDone()).isFalse();
            commit.countDown();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isFalse();
        }
        assertThat(store.ref(community, "refs/heads/main").orElseThrow().object())
                .isEqualTo(B);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void jgit_updates_refs_by_the_same_rules() throws Exception {
        ObjectId commit;
        HandbookRepository repository = repository();
        try (GitRepository git = new GitRepository(repository)) {
            var me =
                    new org.eclipse.jgit.lib.PersonIdent("A", "a@example.org", Instant.EPOCH, java.time.ZoneOffset.UTC);
            commit = git.write(null, "a.md", "# A\n", new GitRepository.Signed(me, me, "First\n"));
            RefUpdate create = repository.updateRef("refs/heads/topic");
            create.setNewObjectId(commit);
            assertThat(create.update()).isEqualTo(RefUpdate.Result.NEW);
            assertThat(repository.exactRef("refs/heads/topic").getObjectId()).isEqualTo(commit);
            RefUpdate wrong = repository.updateRef("refs/heads/topic");
            wrong.setExpectedOldObjectId(B);
            wrong.setNewObjectId(commit);
            assertThat(wrong.forceUpdate()).isEqualTo(RefUpdate.Result.LOCK_FAILURE);
        }
    }
}
