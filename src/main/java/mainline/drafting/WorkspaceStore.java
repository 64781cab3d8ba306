package mainline.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.changes.FileContent;
import mainline.changes.Reasons;
import mainline.community.Member;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkspaceStore {
    private final JdbcClient sql;

    WorkspaceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param begun its id is not looked at */
    long add(Workspace begun) {
        Member owner = begun.owner();
        Subject change = begun.change();
        Reasons reasons = begun.reasons();
        Subject from = reasons.from();
        return sql.sql("""
                        insert into change_workspace (community_id, person_id, change_number, version, base, start, title,
                            why, interest, from_kind, from_number, clause, at)
                        values (:community, :person, :change, :version, :base, :start, :title,
                            :why, :interest, :kind, :from, :clause, :at)
                        returning id
                        """)
                .param("community", owner.community().value())
                .param("person", owner.person().value())
                .param("change", change == null ? null : change.number())
                .param("version", begun.version())
                .param("base", begun.base().name())
                .param("start", begun.start().name())
                .param("title", reasons.title())
                .param("why", reasons.why())
                .param("interest", reasons.interest())
                .param("kind", from == null ? null : from.kind().name())
                .param("from", from == null ? null : from.number())
                .param("clause", reasons.clause())
                .param("at", Timestamp.from(begun.at()))
                .query(Long.class)
                .single();
    }

    Optional<Workspace> find(Member owner, long id) {
        return sql.sql("select * from change_workspace where community_id = ? and id = ? and person_id = ?")
                .params(owner.community().value(), id, owner.person().value())
                .query((row, n) -> workspace(owner, row))
                .optional();
    }

    /**
     * The same, held until the transaction ends.
     *
     * @throws Missing when there is none, or it is somebody else's
     */
    Workspace hold(Member owner, long id) {
        return sql.sql("select * from change_workspace where community_id = ? and id = ? and person_id = ? for update")
                .params(owner.community().value(), id, owner.person().value())
                .query((row, n) -> workspace(owner, row))
                .optional()
                .orElseThrow(() -> new Missing("workspace " + id));
    }

    WorkspaceFiles files(GitRepository git, Workspace workspace) {
        return new WorkspaceFiles(git, workspace, pieces(workspace));
    }

    Optional<Workspace> of(Member owner, Subject change) {
        return sql.sql("select * from change_workspace where community_id = ? and change_number = ? and person_id = ?")
                .params(
                        owner.community().value(),
                        change.number(),
                        owner.person().value())
                .query((row, n) -> workspace(owner, row))
                .optional();
    }

    /**
     * The one touched last that holds the text of this page and, besides, nothing but pictures.
     *
     * @param change whose next version it is; null for a new one
     */
    Optional<Workspace> ofPage(Member owner, @Nullable Subject change, String path) {
        return sql.sql("""
                        select w.* from change_workspace w
                        join change_workspace_file f on f.community_id = w.community_id and f.workspace = w.id
                        where w.community_id = :community and w.person_id = :person
                            and w.change_number is not distinct from :change
                            and f.path = :path and f.was is null and f.body is not null
                            and not exists (select from change_workspace_file o
                                where o.community_id = w.community_id and o.workspace = w.id
                                    and o.path <> :path and o.picture is null)
                        order by w.at desc limit 1
                        """)
                .param("community", owner.community().value())
                .param("person", owner.person().value())
                .param("change", change == null ? null : change.number(), Types.BIGINT)
                .param("path", path)
                .query((row, n) -> workspace(owner, row))
                .optional();
    }

    /** The one touched last comes first. */
    List<Workspace> of(Member owner, int most) {
        return sql.sql(
                        "select * from change_workspace where community_id = ? and person_id = ? order by at desc limit ?")
                .params(owner.community().value(), owner.person().value(), most)
                .query((row, n) -> workspace(owner, row))
                .list();
    }

    boolean any(CommunityId community) {
        return sql.sql("select exists (select from change_workspace where community_id = ?)")
                .param(community.value())
                .query(Boolean.class)
                .single();
    }

    void reason(Workspace workspace, Reasons reasons, Instant at) {
        Subject from = reasons.from();
        sql.sql("""
                        update change_workspace set title = :title, why = :why, interest = :interest, from_kind = :kind,
                            from_number = :from, clause = :clause, at = :at
                        where community_id = :community and id = :id
                        """)
                .param("title", reasons.title())
                .param("why", reasons.why())
                .param("interest", reasons.interest())
                .param("kind", from == null ? null : from.kind().name())
                .param("from", from == null ? null : from.number())
                .param("clause", reasons.clause())
                .param("at", Timestamp.from(at))
                .param("community", workspace.owner().community().value())
                .param("id", workspace.id())
                .update();
    }

    void drop(Workspace workspace) {
        sql.sql("delete from change_workspace where community_id = ? and id = ?")
                .params(workspace.owner().community().value(), workspace.id())
                .update();
    }

    /** By path; a picture is read when it is asked for. */
    List<Workspace.Piece> pieces(Workspace workspace) {
        return sql.sql("""
                        select path, was, body, blob, picture is not null uploaded, revision
                        from change_workspace_file where community_id = ? and workspace = ? order by path
                        """)
                .params(workspace.owner().community().value(), workspace.id())
                .query((row, n) -> new Workspace.Piece(
                        row.getString("path"), row.getString("was"), content(workspace, row), row.getInt("revision")))
                .list();
    }

    private @Nullable FileContent content(Workspace workspace, ResultSet row) throws SQLException {
        String body = row.getString("body");
        if (body != null) return new FileContent.Text(body);
        String blob = row.getString("blob");
        if (blob != null) return new FileContent.Stored(ObjectId.fromString(blob));
        String path = row.getString("path");
        return row.getBoolean("uploaded") ? new FileContent.Picture(() -> picture(workspace, path)) : null;
    }

    private byte[] picture(Workspace workspace, String path) {
        return sql.sql("""
                        select picture from change_workspace_file
                        where community_id = ? and workspace = ? and path = ? and picture is not null
                        """)
                .params(workspace.owner().community().value(), workspace.id(), path)
                .query(byte[].class)
                .single();
    }

    /** @param content null when the file goes */
    void put(Workspace workspace, String path, @Nullable String was, @Nullable FileContent content, Instant at) {
        sql.sql("""
                        insert into change_workspace_file (community_id, workspace, path, was, body, blob, picture,
                            revision, at)
                        values (:community, :workspace, :path, :was, :body, :blob, :picture, 1, :at)
                        on conflict (community_id, workspace, path) do update set was = excluded.was,
                            body = excluded.body, blob = excluded.blob, picture = excluded.picture,
                            revision = change_workspace_file.revision + 1, at = excluded.at
                        """)
                .param("community", workspace.owner().community().value())
                .param("workspace", workspace.id())
                .param("path", path)
                .param("was", was)
                .param("body", content instanceof FileContent.Text(String text) ? text : null)
                .param("blob", content instanceof FileContent.Stored(ObjectId blob) ? blob.name() : null)
                .param("picture", content instanceof FileContent.Picture(var bytes) ? bytes.get() : null)
                .param("at", Timestamp.from(at))
                .update();
        touch(workspace, at);
    }

    void forget(Workspace workspace, String path, Instant at) {
        sql.sql("delete from change_workspace_file where community_id = ? and workspace = ? and path = ?")
                .params(workspace.owner().community().value(), workspace.id(), path)
                .update();
        touch(workspace, at);
    }

    private void touch(Workspace workspace, Instant at) {
        sql.sql("update change_workspace set at = ? where community_id = ? and id = ?")
                .params(Timestamp.from(at), workspace.owner().community().value(), workspace.id())
                .update();
    }

    private static Workspace workspace(Member owner, ResultSet row) throws SQLException {
        CommunityId community = owner.community();
        String kind = row.getString("from_kind");
        Subject from =
                kind == null ? null : new Subject(community, Subject.Kind.valueOf(kind), row.getLong("from_number"));
        long change = row.getLong("change_number");
        Subject edited = row.wasNull() ? null : new Subject(community, Subject.Kind.CHANGE, change);
        return new Workspace(
                row.getLong("id"),
                owner,
                edited,
                row.getInt("version"),
                ObjectId.fromString(row.getString("base")),
                ObjectId.fromString(row.getString("start")),
                new Reasons(
                        row.getString("title"),
                        row.getString("why"),
                        row.getString("interest"),
                        from,
                        row.getInt("clause")),
                Rows.instant(row, "at"));
    }
}
