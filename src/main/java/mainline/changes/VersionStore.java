package mainline.changes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What changes said, version by version; the text of a draft, before its first; the branches they are pushed from. */
@Repository
class VersionStore {
    private final JdbcClient sql;

    VersionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param content names what it changes: {@link GitRepository#content} */
    void add(Subject change, Version version, String content) {
        sql.sql("""
                        insert into change_version (community_id, number, version, base, head, at, content)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        change.community().value(),
                        change.number(),
                        version.number(),
                        version.base().name(),
                        version.head().name(),
                        Timestamp.from(version.at()),
                        content)
                .update();
    }

    /** Oldest first. */
    List<Version> of(Subject change) {
        return sql.sql("select * from change_version where community_id = ? and number = ? order by version")
                .params(change.community().value(), change.number())
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        ObjectId.fromString(row.getString("base")),
                        ObjectId.fromString(row.getString("head")),
                        Rows.instant(row, "at")))
                .list();
    }

    /** When what it changes now was proposed first. */
    Instant saidSince(Subject change) {
        return sql.sql("""
                        select min(v.at) from change_version v
                        join change c using (community_id, number)
                        join change_version cv on cv.community_id = c.community_id and cv.number = c.number
                            and cv.version = c.version
                        where v.community_id = ? and v.number = ? and (v.version = c.version or v.content = cv.content)
                        """)
                .params(change.community().value(), change.number())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    void addDraft(Subject change, DraftText draft, @Nullable PersonId asked) {
        sql.sql("""
                        insert into change_draft (community_id, number, path, text, asked_id)
                        values (:community, :number, :path, :text, :asked)
                        """)
                .param("community", change.community().value())
                .param("number", change.number())
                .param("path", draft.path())
                .param("text", draft.text())
                .param("asked", asked == null ? null : asked.value())
                .update();
    }

    Optional<DraftText> draft(Subject change) {
        return sql.sql("select path, text from change_draft where community_id = ? and number = ?")
                .params(change.community().value(), change.number())
                .query((row, n) -> new DraftText(row.getString("path"), row.getString("text")))
                .optional();
    }

    /** The change that this branch of this person was last pushed to. */
    Optional<Long> branch(CommunityId community, PersonId author, String branch) {
        return sql.sql("select number from change_branch where community_id = ? and person_id = ? and branch = ?")
                .params(community.value(), author.value(), branch)
                .query(Long.class)
                .optional();
    }

    void putBranch(Subject change, PersonId author, String branch) {
        sql.sql("""
                        insert into change_branch (community_id, person_id, branch, number) values (?, ?, ?, ?)
                        on conflict (community_id, person_id, branch) do update set number = excluded.number
                        """)
                .params(change.community().value(), author.value(), branch, change.number())
                .update();
    }
}
