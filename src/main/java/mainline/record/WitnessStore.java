package mainline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import mainline.proof.Checkpoint;
import mainline.proof.Hash;
import mainline.proof.Note;
import mainline.proof.Signer;
import mainline.proof.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WitnessStore {
    private static final int MOST = 200;

    private final JdbcClient sql;

    WitnessStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Our own name and key as a witness; the first call makes them, and they never change. */
    Signer self(String name, Instant at) {
        Optional<Signer> there = self();
        if (there.isPresent()) return there.get();
        Signer.Pair made = Signer.Pair.generate();
        sql.sql("insert into witness_self (name, seed, public_key, since) values (?, ?, ?, ?) on conflict do nothing")
                .params(name, made.seed(), made.publicKey(), Timestamp.from(at))
                .update();
        return self().orElseThrow();
    }

    private Optional<Signer> self() {
        return sql.sql("select name, seed, public_key from witness_self")
                .query((row, n) -> new Signer(
                        row.getString("name"), new Signer.Pair(row.getBytes("seed"), row.getBytes("public_key"))))
                .optional();
    }

    /** @return false when a log of that origin is known already */
    boolean addLog(VerifierKey key, PersonId by, Instant at) {
        return sql.sql("""
                        insert into witness_log (origin, key, added_by, added_at, size, root)
                        select :origin, :key, :by, :at, coalesce(gone.size, 0), gone.root
                        from (select) as one left join witness_log_gone gone on gone.origin = :origin
                        on conflict do nothing
                        """)
                        .param("origin", key.name())
                        .param("key", key.text())
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void removeLog(long id) {
        sql.sql("""
                        with removed as (delete from witness_log where id = ? returning origin, size, root)
                        insert into witness_log_gone select origin, size, root from removed where root is not null
                        on conflict (origin) do update set size = excluded.size, root = excluded.root
                        """).param(id).update();
    }

    List<KnownLog> logs() {
        return sql.sql("select * from witness_log order by origin limit " + MOST)
                .query((row, n) -> log(row))
                .list();
    }

    /** For this transaction alone; another one that asks waits. */
    Optional<KnownLog> lock(String origin) {
        return sql.sql("select * from witness_log where origin = ? for update")
                .param(origin)
                .query((row, n) -> log(row))
                .optional();
    }

    void saw(Checkpoint checkpoint, Instant at) {
        sql.sql("update witness_log set size = ?, root = ?, seen_at = ? where origin = ?")
                .params(checkpoint.size(), checkpoint.root().base64(), Timestamp.from(at), checkpoint.origin())
                .update();
    }

    private static KnownLog log(ResultSet row) throws SQLException {
        String root = row.getString("root");
        return new KnownLog(
                row.getLong("id"),
                VerifierKey.parse(row.getString("key")),
                row.getLong("size"),
                root == null ? Hash.EMPTY : Hash.readBase64(root),
                Rows.instantOrNull(row, "seen_at"));
    }

    /** @return false when a witness of that name is there already */
    boolean addWitness(VerifierKey key, String url, PersonId by, Instant at) {
        return sql.sql("""
                        insert into witness (name, key, url, added_by, added_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(key.name(), key.text(), url, by.value(), Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<OtherWitness> removeWitness(long id) {
        return sql.sql("delete from witness where id = ? returning *")
                .param(id)
                .query((row, n) -> witness(row))
                .optional();
    }

    List<OtherWitness> witnesses() {
        return sql.sql("select * from witness order by name limit " + MOST)
                .query((row, n) -> witness(row))
                .list();
    }

    private static OtherWitness witness(ResultSet row) throws SQLException {
        return new OtherWitness(
                row.getLong("id"),
                VerifierKey.parse(row.getString("key")),
                row.getString("url"),
                row.getString("problem"),
                Rows.instantOrNull(row, "tried_at"));
    }

    /** A newest checkpoint that this witness has not cosigned. */
    record Unseen(CommunityId community, Note note, OtherWitness witness, long held) {}

    List<Unseen> unseen() {
        return sql.sql("""
                        select l.community_id, c.note, coalesce(h.size, 0) as held, w.*
                        from record_log l
                        cross join lateral (
                            select size, note from record_checkpoint where community_id = l.community_id
                            order by size desc limit 1) c
                        cross join witness w
                        left join witness_held h on h.community_id = l.community_id and h.witness_id = w.id
                        where not exists (select from witness_cosignature s
                            where s.community_id = l.community_id and s.size = c.size and s.name = w.name)
                        order by w.tried_at nulls first, l.community_id limit :most
                        """)
                .param("most", MOST)
                .query((row, n) -> new Unseen(
                        Rows.community(row), Note.parse(row.getString("note")), witness(row), row.getLong("held")))
                .list();
    }

    void seen(Unseen seen, long size, Note.Signature line, Instant at) {
        sql.sql("""
                        insert into witness_cosignature (community_id, size, name, line, at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(seen.community().value(), size, line.name(), line.line(), Timestamp.from(at))
                .update();
        sql.sql("""
                        insert into witness_held (community_id, witness_id, size) select ?, id, ? from witness where id = ?
                        on conflict (community_id, witness_id) do update set size = excluded.size
                        """).params(seen.community().value(), size, seen.witness().id()).update();
    }

    void tried(OtherWitness witness, @Nullable String problem, Instant at) {
        sql.sql("update witness set problem = :problem, tried_at = :at where id = :id")
                .param("problem", problem)
                .param("at", Timestamp.from(at))
                .param("id", witness.id())
                .update();
    }

    /** Of each witness, the smallest checkpoint of at least that size that it has seen. */
    List<Seen> seen(CommunityId community, long size) {
        return sql.sql("""
                        select distinct on (name) name, size, line, at from witness_cosignature
                        where community_id = ? and size >= ? order by name, size limit ?
                        """)
                .params(community.value(), size, MOST)
                .query((row, n) -> new Seen(
                        row.getString("name"),
                        row.getLong("size"),
                        Note.Signature.parse(row.getString("line")),
                        Rows.instant(row, "at")))
                .list();
    }

    record Seen(String name, long size, Note.Signature line, Instant at) {}
}
