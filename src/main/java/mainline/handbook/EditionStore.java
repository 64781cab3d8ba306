package mainline.handbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EditionStore {
    private final JdbcClient sql;

    EditionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when there is one of that tag */
    boolean add(Edition edition) {
        ObjectId since = edition.since();
        PersonId by = edition.by();
        return sql.sql("""
                        insert into edition (community_id, tag, name, words, commit_id, since, person_id, author, at)
                        values (:community, :tag, :name, :words, :commit, :since, :person, :author, :at)
                        on conflict do nothing
                        """)
                        .param("community", edition.community().value())
                        .param("tag", edition.tag())
                        .param("name", edition.name())
                        .param("words", edition.words())
                        .param("commit", edition.commit().name())
                        .param("since", since == null ? null : since.name())
                        .param("person", by == null ? null : by.value())
                        .param("author", edition.author())
                        .param("at", Timestamp.from(edition.at()))
                        .update()
                == 1;
    }

    void removeAll(CommunityId community) {
        sql.sql("delete from edition where community_id = ?")
                .param(community.value())
                .update();
    }

    Optional<Edition> find(CommunityId community, String tag) {
        return sql.sql("select * from edition where community_id = ? and tag = ?")
                .params(community.value(), tag)
                .query(EditionStore::edition)
                .optional();
    }

    /** Newest first, before that time and tag. */
    List<Edition> list(CommunityId community, Instant before, String beforeTag, int most) {
        return sql.sql("""
                        select * from edition where community_id = ? and (at, tag) < (?, ?)
                        order by at desc, tag desc limit ?
                        """)
                .params(community.value(), Timestamp.from(before), beforeTag, most)
                .query(EditionStore::edition)
                .list();
    }

    Optional<Edition> newest(CommunityId community) {
        return sql.sql("select * from edition where community_id = ? order by at desc, tag desc limit 1")
                .param(community.value())
                .query(EditionStore::edition)
                .optional();
    }

    /** The newest one of exactly that commit. */
    Optional<Edition> of(CommunityId community, ObjectId commit) {
        return sql.sql("""
                        select * from edition where community_id = ? and commit_id = ? order by at desc, tag desc limit 1
                        """)
                .params(community.value(), commit.name())
                .query(EditionStore::edition)
                .optional();
    }

    /** Whether there is a tag that some file systems would take for the same, or for a folder of it. */
    boolean clashes(CommunityId community, String tag) {
        return sql.sql("""
                        select exists (select from edition where community_id = :community
                            and (lower(tag) = lower(:tag) or starts_with(lower(tag), lower(:tag) || '/')))
                        """)
                .param("community", community.value())
                .param("tag", tag)
                .query(Boolean.class)
                .single();
    }

    private static Edition edition(ResultSet row, int n) throws SQLException {
        String since = row.getString("since");
        long person = row.getLong("person_id");
        boolean imported = row.wasNull();
        return new Edition(
                Rows.community(row),
                row.getString("tag"),
                row.getString("name"),
                row.getString("words"),
                ObjectId.fromString(row.getString("commit_id")),
                since == null ? null : ObjectId.fromString(since),
                imported ? null : new PersonId(person),
                row.getString("author"),
                Rows.instant(row, "at"));
    }
}
