package mainline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.platform.Jobs;
import mainline.proof.Checkpoint;
import mainline.proof.Hash;
import mainline.proof.Leaf;
import mainline.proof.LogRow;
import mainline.proof.LogVerifier;
import mainline.proof.MerkleTree;
import mainline.proof.Note;
import mainline.proof.Tile;
import mainline.proof.Verification;
import mainline.proof.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MainlineTest
class LogTest {
    private static final int ACTS = 300;

    private final PublicRecord record;
    private final Log log;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final DataSource database;
    private final List<Attested> attested;
    private final Village village;
    private CommunityId id;
    private String path;

    @LocalServerPort
    private int port;

    LogTest(
            PublicRecord record,
            Log log,
            Jobs jobs,
            TransactionTemplate transaction,
            JdbcClient db,
            DataSource database,
            List<Attested> attested,
            Village village) {
        this.record = record;
        this.log = log;
        this.jobs = jobs;
        this.transaction = transaction;
        this.db = db;
        this.database = database;
        this.attested = attested;
        this.village = village;
    }

    @BeforeEach
    void a_village_with_a_log() {
        id = village.community.id();
        path = "/" + village.community.slug() + "/record/";
        for (int act = 0; act < ACTS; act++) act(village.ben.person(), "No. " + act);
        jobs.run("append-record");
        act(village.cleo.person(), "One more");
        jobs.run("append-record");
    }

    private void act(PersonId by, String title) {
        Subject subject = new Subject(id, Subject.Kind.IDEA, 1);
        transaction.executeWithoutResult(
                each -> record.add(Act.done("idea.published", by, subject, Map.of("title", title))));
    }

    private Verification verify() {
        return new LogVerifier(log.key(id).orElseThrow())
                .verify(lines(log.rows(id, 0, 10_000)), log.checkpoints(id, 0, 100));
    }

    private static Iterator<String> lines(List<LogRow> rows) {
        return rows.stream().map(LogRow::line).iterator();
    }

    private long entry(long seq) {
        return db.sql("select entry_id from record_leaf where community_id = ? and seq = ?")
                .params(id.value(), seq)
                .query(Long.class)
                .single();
    }

    @Test
    void every_act_is_in_the_tree_in_its_order() {
        List<LogRow> rows = log.rows(id, 0, 10_000);
        assertThat(rows).hasSizeGreaterThan(ACTS);
        assertThat(log.head(id).orElseThrow().size()).isEqualTo(rows.size());
        for (int seq = 0; seq < rows.size(); seq++)
            assertThat(Leaf.parse(rows.get(seq).leaf()).seq()).isEqualTo(seq);
        assertThat(verify()).isEqualTo(new Verification(rows.size(), -1, ""));
    }

    @Test
    void the_tree_names_nobody() {
        String all = String.join(
                "\n", log.rows(id, 0, 10_000).stream().map(LogRow::leaf).toList());
        assertThat(all).doesNotContain("Ben", "No. 7", "MEMBER");
        List<LogRow> rows = log.rows(id, 0, 10_000);
        Leaf one = Leaf.parse(rows.get(100).leaf());
        Leaf other = Leaf.parse(rows.get(101).leaf());
        Leaf hers = Leaf.parse(rows.getLast().leaf());
        assertThat(one.actor()).isEqualTo(other.actor()).isNotEqualTo(hers.actor());
        assertThat(one.body()).isNotEqualTo(other.body());
    }

    @Test
    void a_stranger_checks_all_of_it_over_http() {
        Browser browser = new Browser(port);
        Note note = Note.parse(browser.get(path + "checkpoint").body());
        assertThat(browser.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        VerifierKey key = VerifierKey.parse(browser.get(path + "key").body());
        assertThat(note.isSignedBy(key)).isTrue();
        Checkpoint head = Checkpoint.parse(note.text());
        assertThat(head.origin()).endsWith("/record/" + id.value()).isEqualTo(key.name());
        List<String> rows = new ArrayList<>();
        while (rows.size() < head.size())
            browser.get(path + "rows?most=100&from=" + rows.size())
                    .body()
                    .lines()
                    .forEach(rows::add);
        assertThat(new LogVerifier(key).verify(rows.iterator(), List.of(note)).holds())
                .isTrue();
        assertThat(browser.get(path + "rows?from=" + head.size()).body()).isEmpty();
        assertThat(browser.get(path + "checkpoints").body().lines()).hasSize(2);
    }

    @Test
    void tiles_are_served_as_the_specification_wants_them() throws Exception {
        long size = log.head(id).orElseThrow().size();
        var client = java.net.http.HttpClient.newHttpClient();
        for (Tile tile : Tile.all(size)) {
            byte[] bytes = get(client, tile.path()).body();
            assertThat(bytes).hasSize(tile.width() * Hash.LENGTH);
        }
        var full = get(client, "tile/0/000");
        assertThat(full.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(full.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "max-age=31536000");
        ByteBuffer bundle = ByteBuffer.wrap(get(client, "tile/entries/000").body());
        for (int leaf = 0; leaf < Tile.FULL; leaf++) {
            byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(entry);
            assertThat(Hash.leaf(entry).bytes())
                    .isEqualTo(java.util.Arrays.copyOfRange(full.body(), leaf * 32, leaf * 32 + 32));
        }
        assertThat(bundle.hasRemaining()).isFalse();
        for (String odd : List.of(
                "tile/0/001",
                "tile/0/001.p/" + (size - 255),
                "tile/0/002.p/1",
                "tile/3/000",
                "tile/1/000.p/2",
                "tile/entries/001",
                "tile/0/1",
                "tile/x",
                "tile/00/000",
                "tile/0/001.p/0"))
            assertThat(get(client, odd).statusCode()).as(odd).isEqualTo(404);
        assertThat(get(client, "tile/0/001.p/" + (size - 256)).statusCode()).isEqualTo(200);
    }

    private java.net.http.HttpResponse<byte[]> get(java.net.http.HttpClient client, String below) throws Exception {
        var address = java.net.URI.create("http://localhost:" + port + path + below);
        return client.send(
                java.net.http.HttpRequest.newBuilder(address).build(),
                java.net.http.HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void every_tree_continues_the_ones_signed_before() {
        List<Note> notes = log.checkpoints(id, 0, 10);
        Checkpoint older = Checkpoint.parse(notes.getFirst().text());
        Checkpoint newer = Checkpoint.parse(notes.getLast().text());
        assertThat(older.size()).isLessThan(newer.size());
        List<Hash> proof = MerkleTree.consistency(older.size(), newer.size(), log.tree(id, newer.size()));
        assertThat(MerkleTree.continues(older.root(), older.size(), newer.root(), newer.size(), proof))
                .isTrue();
    }

    @Test
    void the_page_of_an_entry_shows_its_way_to_the_root() {
        Browser browser = new Browser(port).get(path + entry(120));
        assertThat(browser.text()).contains("Sealed on", "bin/mainline verify");
        var proof = browser.page().selectFirst("[data-proof]");
        List<Hash> way =
                Stream.of(proof.attr("data-path").split(" ")).map(Hash::readHex).toList();
        Hash leaf = Hash.leaf(proof.attr("data-leaf").getBytes(StandardCharsets.UTF_8));
        assertThat(MerkleTree.includes(
                        Hash.readHex(proof.attr("data-root")), Long.parseLong(proof.attr("data-size")), 120, leaf, way))
                .isTrue();
        act(village.ben.person(), "Later");
        long waiting =
                record.list(id, RecordFilter.all(), 0, 1).items().getFirst().id();
        assertThat(new Browser(port)
                        .with("Cookie", "acted=yes")
                        .get(path + waiting)
                        .text())
                .contains("Waiting to be sealed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record_entry set facts = '{\"title\":\"Other\"}' where id = :entry",
                "update record_entry set verb = 'idea.withdrawn' where id = :entry",
                "update record_entry set at = at + interval '1 second' where id = :entry",
                "update record_entry set person_id = 1 where id = :entry",
                "update record_entry set person_id = null where id = :entry",
                "update record_entry set subject_number = 2 where id = :entry",
                "update record_entry set subject_kind = 'MEMBER' where id = :entry",
                "update record_entry set salt = null, facts = '{}', person_id = null where id = :entry",
                "update record_entry set salt = decode(repeat('00', 32), 'hex') where id = :entry",
                "update record_leaf set leaf = replace(leaf, 'IDEA-1', 'IDEA-2') where entry_id = :entry",
                "update record_leaf set seq = seq + 100000 where entry_id = :entry",
                "delete from record_entry where id = :entry",
                "delete from record_leaf where entry_id = :entry"
            })
    void what_is_changed_behind_the_back_of_the_software_is_found(String change) {
        long seq = 123;
        long entry = entry(seq);
        behindTheBack(
                () -> db.sql(change).param("entry", entry).update(),
                found -> assertThat(found.firstMisfit()).as(found.problem()).isEqualTo(seq));
    }

    @Test
    void two_entries_that_changed_places_are_found() {
        long entry = entry(123);
        long other = entry(124);
        behindTheBack(
                () -> db.sql("update record_leaf set entry_id = case entry_id when -1 then :other else -1 end"
                                + " where entry_id in (:entry, -1)")
                        .param("entry", entry)
                        .param("other", other)
                        .update(),
                found -> assertThat(found.firstMisfit()).isEqualTo(123));
        behindTheBack(
                () -> {
                    db.sql("update record_leaf set seq = seq + 1000000 where community_id = ? and seq in (123, 124)")
                            .param(id.value())
                            .update();
                    db.sql(
                                    "update record_leaf set seq = 247 - (seq - 1000000) where community_id = ? and seq >= 1000000")
                            .param(id.value())
                            .update();
                    return 0;
                },
                found -> assertThat(found.firstMisfit()).isEqualTo(123));
    }

    @Test
    void a_whole_tree_made_anew_is_held_against_the_old_checkpoint() {
        Note before = log.checkpoint(id).orElseThrow();
        behindTheBack(
                () -> {
                    for (String table : List.of("record_leaf", "record_tile", "record_checkpoint", "record_log"))
                        db.sql("delete from " + table + " where community_id = " + id.value())
                                .update();
                    db.sql("update record_entry set facts = '{}' where id = " + entryOf("No. 9"))
                            .update();
                    db.sql("insert into record_pending select community_id, id from record_entry where community_id = "
                                    + id.value())
                            .update();
                    while (log.append(id) == Log.TOGETHER) Thread.yield();
                    return 0;
                },
                ignored -> {
                    List<LogRow> rows = log.rows(id, 0, 10_000);
                    Verification found =
                            new LogVerifier(log.key(id).orElseThrow()).verify(lines(rows), List.of(before));
                    assertThat(found.problem()).contains("not what was signed");
                });
    }

    private long entryOf(String title) {
        return db.sql("select id from record_entry where community_id = ? and facts ->> 'title' = ?")
                .params(id.value(), title)
                .query(Long.class)
                .single();
    }

    @Test
    void a_row_put_in_past_the_log_and_a_guard_switched_off_are_found() {
        assertThat(misfits()).isEmpty();
        behindTheBack(
                () -> db.sql("""
                                insert into record_entry (community_id, at, verb, subject_kind, subject_number)
                                values (?, now(), 'idea.published', 'IDEA', 1)
                                """).param(id.value()).update(),
                ignored -> assertThat(misfits())
                        .extracting(Misfit::problem)
                        .anyMatch(problem -> problem.contains("never logged"))
                        .anyMatch(problem -> problem.contains("record_entry_stays is switched off")));
    }

    private List<Misfit> misfits() {
        return attested.stream()
                .filter(RecordItself.class::isInstance)
                .flatMap(each -> each.misfits(id).stream())
                .toList();
    }

    /** With the guards of the database off, as whoever owns the database can do; all is undone afterwards. */
    private void behindTheBack(Callable<Integer> change, Consumer<Verification> then) {
        transaction.executeWithoutResult(undone -> {
            for (String table :
                    List.of("record_entry", "record_leaf", "record_tile", "record_checkpoint", "record_log"))
                db.sql("alter table " + table + " disable trigger user").update();
            try {
                change.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            then.accept(verify());
            undone.setRollbackOnly();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record_leaf set leaf = ''",
                "delete from record_leaf",
                "truncate record_leaf",
                "update record_tile set hashes = decode(repeat('00', 32), 'hex')",
                "delete from record_tile",
                "update record_checkpoint set note = ''",
                "delete from record_checkpoint",
                "update record_log set size = size - 1",
                "update record_log set origin = 'elsewhere'",
                "delete from record_log",
                "delete from record_signer",
                "update record_entry set salt = null, facts = '{}', person_id = null",
                "truncate record_entry, record_leaf, record_tile, record_checkpoint"
            })
    void the_database_refuses_to_change_the_log(String attempt) {
        assertThatThrownBy(() -> db.sql(attempt).update()).hasMessageContaining("only added to");
    }

    @Test
    void what_a_person_has_erased_is_gone_and_the_log_still_holds() {
        long entry = entry(123);
        record.erase(id, village.ben.person(), entry);
        jobs.run("append-record");
        Entry left = record.find(id, entry).orElseThrow();
        assertThat(left.erased()).isTrue();
        assertThat(left.act().by()).isNull();
        assertThat(left.act().facts()).isEmpty();
        assertThat(verify().problem()).isEmpty();
        LogRow last = log.rows(id, log.head(id).orElseThrow().size() - 1, 1).getFirst();
        assertThat(Leaf.parse(last.leaf()).subject()).isEqualTo("ENTRY-123");
        Browser browser = new Browser(port).with("Cookie", "acted=yes").get(path + entry);
        assertThat(browser.text()).contains("Erased on", "Sealed on").doesNotContain("Ben Ode");
        assertThat(browser.get(path.substring(0, path.length() - 1)).text())
                .contains("Entry #" + entry + " was erased");
        assertThatThrownBy(() -> record.erase(id, entry)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> record.erase(id, entry(last.seq()))).isInstanceOf(Refused.class);
    }

    @Test
    void nobody_has_the_entry_of_another_erased() {
        assertThatThrownBy(() -> record.erase(id, village.cleo.person(), entry(123)))
                .isInstanceOf(Missing.class);
    }

    @Test
    void an_entry_about_a_person_is_theirs_to_erase_too() {
        Subject cleo =
                new Subject(id, Subject.Kind.MEMBER, village.cleo.person().value());
        transaction.executeWithoutResult(
                act -> record.add(Act.by(village.ben.person(), RecordVerb.OPERATOR_NAMED, cleo, "Cleo Marsh")));
        long entry = record.list(id, RecordFilter.about(cleo), 0, 1)
                .items()
                .getFirst()
                .id();
        record.erase(id, village.cleo.person(), entry);
        jobs.run("append-record");
        assertThat(record.find(id, entry).orElseThrow().act().subject().number())
                .isZero();
        assertThat(verify().problem()).isEmpty();
    }

    @Test
    void all_of_a_person_can_be_erased_with_the_key_of_their_pseudonym() {
        int erased = record.eraseAll(id, village.ben.person());
        jobs.run("append-record");
        assertThat(erased).isGreaterThan(ACTS);
        assertThat(record.list(id, RecordFilter.by(village.ben.person()), 0, 10).items())
                .isEmpty();
        assertThat(db.sql("select count(*) from record_person_key where community_id = ? and person_id = ?")
                        .params(id.value(), village.ben.person().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(verify().problem()).isEmpty();
    }

    @Test
    void a_batch_that_breaks_off_leaves_nothing_half_done() {
        long before = log.head(id).orElseThrow().size();
        act(village.ben.person(), "Broken off");
        transaction.executeWithoutResult(crash -> {
            assertThat(log.append(id)).isOne();
            crash.setRollbackOnly();
        });
        assertThat(log.head(id).orElseThrow().size()).isEqualTo(before);
        jobs.run("append-record");
        assertThat(log.head(id).orElseThrow().size()).isEqualTo(before + 1);
        assertThat(verify().problem()).isEmpty();
    }

    @Test
    void any_number_of_processes_keep_up_one_log_while_many_act() throws Exception {
        long before = log.head(id).orElseThrow().size();
        AtomicBoolean done = new AtomicBoolean();
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> appenders = new ArrayList<>();
            for (int appender = 0; appender < 3; appender++)
                appenders.add(threads.submit(() -> {
                    while (!done.get()) jobs.run("append-record");
                }));
            for (int actor = 0; actor < 6; actor++)
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) act(village.dov.person(), "At once " + i);
                }));
            for (Future<?> each : all) each.get();
            done.set(true);
            for (Future<?> each : appenders) each.get();
        }
        jobs.run("append-record");
        List<LogRow> rows = log.rows(id, 0, 10_000);
        assertThat(rows).hasSize((int) before + 300);
        assertThat(rows.stream().map(row -> entry(row.seq()))).doesNotHaveDuplicates();
        assertThat(new LogVerifier(log.key(id).orElseThrow())
                        .verify(lines(rows), log.checkpoints(id, 0, 5_000))
                        .problem())
                .isEmpty();
    }

    @Test
    void the_record_of_the_version_before_goes_into_the_tree() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema before; set local search_path to before");
            statement.execute(script("V1__record.sql"));
            statement.execute("insert into record_entry (community_id, at, verb, subject_kind, subject_number)"
                    + " select 1, now(), 'idea.published', 'IDEA', n from generate_series(1, 5) n");
            statement.execute(script("V2__log.sql"));
            assertThat(count(statement, "select count(distinct salt) from record_entry"))
                    .isEqualTo(5);
            assertThat(count(statement, "select count(*) from record_pending")).isEqualTo(5);
            connection.rollback();
        }
    }

    private static String script(String name) throws java.io.IOException {
        return new ClassPathResource("mainline/record/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private static long count(Statement statement, String question) throws SQLException {
        try (var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
