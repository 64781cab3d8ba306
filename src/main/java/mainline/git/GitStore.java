package mainline.git;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mainline.kernel.CommunityId;
import mainline.platform.Rows;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packs in chunks and refs; every statement runs in the caller's transaction, if there is one. */
@Repository
class GitStore {
    /** How many bytes of a pack's file lie in one row. */
    static final int CHUNK = 64 * 1024;

    private final JdbcClient sql;

    GitStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<StoredPack> packs(CommunityId community) {
        Map<UUID, StoredPack> packs = new LinkedHashMap<>();
        sql.sql("""
                        select p.*, f.ext, f.size from git_pack p
                        join git_pack_file f on f.community_id = p.community_id and f.pack = p.name
                        where p.community_id = ? order by p.name
                        """).param(community.value()).query(row -> {
            UUID name = row.getObject("name", UUID.class);
            StoredPack pack = packs.get(name);
            if (pack == null) {
                pack = pack(name, row);
                packs.put(name, pack);
            }
            pack.files().put(row.getString("ext"), row.getLong("size"));
        });
        return new ArrayList<>(packs.values());
    }

    private static StoredPack pack(UUID name, ResultSet row) throws SQLException {
        return new StoredPack(
                name,
                row.getString("source"),
                Rows.instant(row, "at"),
                row.getLong("objects"),
                row.getLong("deltas"),
                new LinkedHashMap<>());
    }

    void add(CommunityId community, StoredPack pack) {
        sql.sql("insert into git_pack (community_id, name, source, at, objects, deltas) values (?, ?, ?, ?, ?, ?)")
                .params(
                        community.value(),
                        pack.name(),
                        pack.source(),
                        Timestamp.from(pack.at()),
                        pack.objects(),
                        pack.deltas())
                .update();
        pack.files()
                .forEach((ext, size) -> sql.sql(
                                "insert into git_pack_file (community_id, pack, ext, size) values (?, ?, ?, ?)")
                        .params(community.value(), pack.name(), ext, size)
                        .update());
    }

    /**
     * Lists new packs in the place of old ones, all at once. Readers that listed the old ones before have until
     * {@code gone} to end. The caller has begun a transaction.
     *
     * @throws IllegalStateException when one of the old ones was replaced by somebody else meanwhile
     */
    void replace(CommunityId community, List<StoredPack> added, List<UUID> replaced, Instant gone) {
        for (StoredPack pack : added) {
            add(community, pack);
            sql.sql("delete from git_pack_leaving where community_id = ? and pack = ?")
                    .params(community.value(), pack.name())
                    .update();
        }
        for (UUID old : replaced) {
            int removed = sql.sql("delete from git_pack where community_id = ? and name = ?")
                    .params(community.value(), old)
                    .update();
            if (removed == 0) throw new IllegalStateException("pack " + old + " was replaced by somebody else");
            leave(community, old, gone);
        }
    }

    /** Has the chunks of a pack that is not listed go at that time. */
    void leave(CommunityId community, UUID pack, Instant at) {
        sql.sql("""
                        insert into git_pack_leaving (community_id, pack, at) values (?, ?, ?)
                        on conflict (community_id, pack) do update set at = excluded.at
                        """).params(community.value(), pack, Timestamp.from(at)).update();
    }

    /** Removes the chunks of packs whose time to leave has come. */
    void sweep(Instant now) {
        sql.sql("""
                        with gone as (delete from git_pack_leaving where at <= ? returning community_id, pack)
                        delete from git_pack_chunk c using gone g
                        where c.community_id = g.community_id and c.pack = g.pack
                        """).param(Timestamp.from(now)).update();
    }

    /** Where at least so many packs, or one older than that, were not yet packed together. */
    List<CommunityId> scattered(int many, Instant old) {
        return sql.sql("""
                        select community_id from git_pack where source in ('INSERT', 'RECEIVE', 'COMPACT')
                        group by community_id having count(*) >= ? or min(at) <= ? order by community_id
                        """)
                .params(many, Timestamp.from(old))
                .query((row, n) -> new CommunityId(row.getLong(1)))
                .list();
    }

    void remove(CommunityId community, UUID pack) {
        sql.sql("delete from git_pack where community_id = ? and name = ?")
                .params(community.value(), pack)
                .update();
        sql.sql("delete from git_pack_chunk where community_id = ? and pack = ?")
                .params(community.value(), pack)
                .update();
    }

    void write(CommunityId community, UUID pack, String ext, int n, byte[] bytes) {
        sql.sql("insert into git_pack_chunk (community_id, pack, ext, n, bytes) values (?, ?, ?, ?, ?)")
                .params(community.value(), pack, ext, n, bytes)
                .update();
    }

    /** The chunks from {@code first} on, at most {@code most}; fewer where the file ends. */
    List<byte[]> read(CommunityId community, UUID pack, String ext, int first, int most) {
        return sql.sql("""
                        select bytes from git_pack_chunk
                        where community_id = ? and pack = ? and ext = ? and n >= ? and n < ? order by n
                        """)
                .params(community.value(), pack, ext, first, first + most)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    List<StoredRef> refs(CommunityId community, String prefix) {
        return sql.sql(
                        "select * from git_ref where community_id = ? and starts_with(name, ?) order by name collate \"C\"")
                .params(community.value(), prefix)
                .query((row, n) -> ref(row))
                .list();
    }

    Optional<StoredRef> ref(CommunityId community, String name) {
        return sql.sql("select * from git_ref where community_id = ? and name = ?")
                .params(community.value(), name)
                .query((row, n) -> ref(row))
                .optional();
    }

    /** Creates the ref, and nothing else; false when there is one of that name. */
    boolean create(CommunityId community, StoredRef ref) {
        return sql.sql("""
                        insert into git_ref (community_id, name, object_id, peeled, target)
                        values (:community, :name, :object, :peeled, :target)
                        on conflict do nothing
                        """)
                        .param("community", community.value())
                        .param("name", ref.name())
                        .param("object", name(ref.object()))
                        .param("peeled", name(ref.peeled()))
                        .param("target", ref.target())
                        .update()
                == 1;
    }

    /** Moves the ref if it still is as {@code expected}; a writer at the same time waits for us and then finds it moved. */
    boolean move(CommunityId community, StoredRef expected, StoredRef next) {
        return sql.sql("""
                        update git_ref set object_id = :object, peeled = :peeled, target = :target
                        where community_id = :community and name = :name
                            and object_id is not distinct from :oldObject and target is not distinct from :oldTarget
                        """)
                        .param("object", name(next.object()))
                        .param("peeled", name(next.peeled()))
                        .param("target", next.target())
                        .param("community", community.value())
                        .param("name", expected.name())
                        .param("oldObject", name(expected.object()))
                        .param("oldTarget", expected.target())
                        .update()
                == 1;
    }

    boolean remove(CommunityId community, StoredRef expected) {
        return sql.sql("""
                        delete from git_ref where community_id = :community and name = :name
                            and object_id is not distinct from :oldObject and target is not distinct from :oldTarget
                        """)
                        .param("community", community.value())
                        .param("name", expected.name())
                        .param("oldObject", name(expected.object()))
                        .param("oldTarget", expected.target())
                        .update()
                == 1;
    }

    private static StoredRef ref(ResultSet row) throws SQLException {
        return new StoredRef(
                row.getString("name"),
                id(row.getString("object_id")),
                id(row.getString("peeled")),
                row.getString("target"));
    }

    private static @Nullable ObjectId id(@Nullable String name) {
        return name == null ? null : ObjectId.fromString(name);
    }

    private static @Nullable String name(@Nullable ObjectId id) {
        return id == null ? null : id.name();
    }
}
