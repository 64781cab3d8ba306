package mainline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import mainline.proof.Hash;
import mainline.proof.LogRow;
import mainline.proof.Signer;
import mainline.proof.Tile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LogStore {
    private final JdbcClient sql;
    private final RecordStore entries;

    LogStore(JdbcClient sql, RecordStore entries) {
        this.sql = sql;
        this.entries = entries;
    }

    /** An entry that is not in the tree yet. */
    record Waiting(Entry entry, byte[] salt) {}

    /** The communities in which something waits, found by one step of the index each. */
    List<CommunityId> waiting() {
        return sql.sql("""
                        with recursive c(id) as (
                            select min(community_id) from record_pending
                            union all
                            select (select min(community_id) from record_pending where community_id > c.id) from c where c.id is not null
                        )
                        select id from c where id is not null
                        """)
                .query((row, n) -> new CommunityId(row.getLong("id")))
                .list();
    }

    void begin(CommunityId community, String origin, Instant at) {
        sql.sql("insert into record_log (community_id, origin, since) values (?, ?, ?) on conflict do nothing")
                .params(community.value(), origin, Timestamp.from(at))
                .update();
    }

    Optional<LogHead> head(CommunityId community) {
        return sql.sql("select origin, size from record_log where community_id = ?")
                .param(community.value())
                .query(LogHead.class)
                .optional();
    }

    /** The log for this transaction alone; nothing when another one has it. */
    Optional<LogHead> lock(CommunityId community) {
        return sql.sql("select origin, size from record_log where community_id = ? for update skip locked")
                .param(community.value())
                .query(LogHead.class)
                .optional();
    }

    /** Takes entries from those that wait, in the order of their numbers. */
    List<Waiting> take(CommunityId community, int most) {
        return sql.sql("""
                        with taken as (
                            delete from record_pending where community_id = :community and entry_id in (
                                select entry_id from record_pending where community_id = :community
                                order by entry_id limit :most)
                            returning entry_id)
                        select e.* from record_entry e join taken on taken.entry_id = e.id
                        where e.community_id = :community order by e.id
                        """)
                .param("community", community.value())
                .param("most", most)
                .query((row, n) -> {
                    byte[] salt = row.getBytes("salt");
                    return new Waiting(entries.entry(row), salt == null ? new byte[0] : salt);
                })
                .list();
    }

    /** The keys of these people's pseudonyms, made for those who have none. */
    Map<PersonId, byte[]> keys(CommunityId community, Collection<PersonId> people) {
        Long[] numbers = Rows.ids(people);
        sql.sql("""
                        insert into record_person_key (community_id, person_id)
                        select ?, person from unnest(?) as person on conflict do nothing
                        """).params(community.value(), numbers).update();
        return knownKeys(community, numbers);
    }

    private Map<PersonId, byte[]> knownKeys(CommunityId community, Long[] people) {
        Map<PersonId, byte[]> keys = new HashMap<>();
        sql.sql("select person_id, key from record_person_key where community_id = ? and person_id = any(?)")
                .params(community.value(), people)
                .query(row -> {
                    keys.put(Rows.person(row, "person_id"), row.getBytes("key"));
                });
        return keys;
    }

    void forgetKey(CommunityId community, PersonId person) {
        sql.sql("delete from record_person_key where community_id = ? and person_id = ?")
                .params(community.value(), person.value())
                .update();
    }

    void addLeaves(CommunityId community, long first, List<Long> entryIds, List<String> leaves) {
        sql.sql("""
                        insert into record_leaf (community_id, seq, entry_id, leaf)
                        select ?, ? + n - 1, entry, leaf from unnest(?, ?) with ordinality as each (entry, leaf, n)
                        """)
                .params(community.value(), first, entryIds.toArray(Long[]::new), leaves.toArray(String[]::new))
                .update();
    }

    void grow(CommunityId community, long size) {
        sql.sql("update record_log set size = ? where community_id = ?")
                .params(size, community.value())
                .update();
    }

    Optional<Long> seq(CommunityId community, long entry) {
        return sql.sql("select seq from record_leaf where community_id = ? and entry_id = ?")
                .params(community.value(), entry)
                .query(Long.class)
                .optional();
    }

    /** At most as many hashes as the tile is wide. */
    Optional<byte[]> hashes(CommunityId community, Tile tile) {
        return sql.sql("""
                        select substring(hashes for ?) from record_tile
                        where community_id = ? and level = ? and number = ?
                        """)
                .params(tile.width() * Hash.LENGTH, community.value(), tile.level(), tile.index())
                .query(byte[].class)
                .optional();
    }

    void put(CommunityId community, int level, long number, byte[] hashes) {
        sql.sql("""
                        insert into record_tile (community_id, level, number, hashes) values (?, ?, ?, ?)
                        on conflict (community_id, level, number) do update set hashes = excluded.hashes
                        """).params(community.value(), level, number, hashes).update();
    }

    List<String> leaves(CommunityId community, long from, int most) {
        return sql.sql("select leaf from record_leaf where community_id = ? and seq >= ? order by seq limit ?")
                .params(community.value(), from, most)
                .query(String.class)
                .list();
    }

    List<LogRow> rows(CommunityId community, long from, int most) {
        return sql.sql("""
                        select l.seq, l.entry_id, l.leaf, e.*, about.seq as target
                        from record_leaf l
                        left join record_entry e on e.community_id = l.community_id and e.id = l.entry_id
                        left join record_leaf about on e.subject_kind = 'ENTRY'
                            and about.community_id = e.community_id and about.entry_id = e.subject_number
                        where l.community_id = ? and l.seq >= ? order by l.seq limit ?
                        """)
                .params(community.value(), from, most)
                .query((row, n) -> row(row))
                .list();
    }

    private LogRow row(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        String leaf = row.getString("leaf");
        if (row.getString("verb") == null) return new LogRow(seq, leaf, null, null);
        Entry entry = entries.entry(row);
        byte[] salt = row.getBytes("salt");
        return new LogRow(
                seq,
                leaf,
                Leaves.told(entry, row.getObject("target", Long.class)),
                salt == null ? null : Leaves.opened(entry, salt));
    }

    void sign(CommunityId community, long size, Instant at, String note) {
        sql.sql("insert into record_checkpoint (community_id, size, at, note) values (?, ?, ?, ?)")
                .params(community.value(), size, Timestamp.from(at), note)
                .update();
    }

    record Signed(long size, Instant at, String note) {}

    Optional<Signed> newest(CommunityId community) {
        return sql.sql("""
                        select size, at, note from record_checkpoint where community_id = ? order by size desc limit 1
                        """).param(community.value()).query(LogStore::signed).optional();
    }

    /** Smallest first, from that size on. */
    List<Signed> checkpoints(CommunityId community, long from, int most) {
        return sql.sql("""
                        select size, at, note from record_checkpoint
                        where community_id = ? and size >= ? order by size limit ?
                        """)
                .params(community.value(), from, most)
                .query(LogStore::signed)
                .list();
    }

    private static Signed signed(ResultSet row, int n) throws SQLException {
        return new Signed(row.getLong("size"), Rows.instant(row, "at"), row.getString("note"));
    }

    Signer.Pair signer(Instant at) {
        Optional<Signer.Pair> there = pair();
        if (there.isPresent()) return there.get();
        Signer.Pair made = Signer.Pair.generate();
        sql.sql("insert into record_signer (seed, public_key, since) values (?, ?, ?) on conflict do nothing")
                .params(made.seed(), made.publicKey(), Timestamp.from(at))
                .update();
        return pair().orElseThrow();
    }

    private Optional<Signer.Pair> pair() {
        return sql.sql("select seed, public_key from record_signer")
                .query((row, n) -> new Signer.Pair(row.getBytes("seed"), row.getBytes("public_key")))
                .optional();
    }

    /** Entries that neither wait nor are in the tree: nobody added them by the front door. */
    List<Long> strays(CommunityId community, int most) {
        return sql.sql("""
                        select id from record_entry e where community_id = :community
                        and not exists (select from record_leaf l where l.community_id = :community and l.entry_id = e.id)
                        and not exists (select from record_pending p where p.community_id = :community and p.entry_id = e.id)
                        order by id limit :most
                        """)
                .param("community", community.value())
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** The guards of the record's tables that somebody has switched off. */
    List<String> sleepingGuards() {
        return sql.sql("""
                        select tgname from pg_trigger join pg_class on pg_class.oid = tgrelid
                        where relname like 'record\\_%' and not tgisinternal and tgenabled <> 'O' order by tgname
                        """).query(String.class).list();
    }
}
