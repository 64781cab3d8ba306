package mainline.changes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What changes said, version by version; the text of a draft, before its first; the branches they are pushed from. */
@Repository
class VersionStore {
    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Memory memory;
    private final Kept<Subject, Instant> saidSince;
    private final Kept<Subject, List<Version>> versions;
    private final Kept<Subject, Set<PersonId>> suggesters;

    VersionStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.memory = memory;
        this.saidSince = memory.ofThings(MOST_KNOWN);
        this.versions = memory.ofThings(MOST_KNOWN);
        this.suggesters = memory.ofThings(MOST_KNOWN);
    }

    /** @param content names what it changes: {@link GitRepository#content} */
    void add(Subject change, Version version, String content) {
        // Nobody is told of a change in preparation.
        memory.old(change);
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
        return versions.get(change, this::read);
    }

    private List<Version> read(Subject change) {
        return sql.sql("select * from change_version where community_id = ? and number = ? order by version")
                .params(change.community().value(), change.number())
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        ObjectId.fromString(row.getString("base")),
                        ObjectId.fromString(row.getString("head")),
                        Rows.instant(row, "at")))
                .list();
    }

    /** A version took these people's wordings; {@code alone} when nothing else is new in it. */
    void suggested(Change version, Set<PersonId> by, boolean alone) {
        long community = version.subject().community().value();
        long number = version.subject().number();
        for (PersonId person : by)
            sql.sql(
                            "insert into change_suggester (community_id, number, version, person_id, at) values (?, ?, ?, ?, ?)")
                    .params(community, number, version.version(), person.value(), Timestamp.from(version.at()))
                    .update();
        sql.sql("update change_version set suggested = ? where community_id = ? and number = ? and version = ?")
                .params(alone, community, number, version.version())
                .update();
    }

    /** Whose wordings any version took, in the order they were taken. */
    Set<PersonId> suggesters(Subject change) {
        return suggesters.get(change, this::readSuggesters);
    }

    private Set<PersonId> readSuggesters(Subject change) {
        return new LinkedHashSet<>(sql.sql("""
                        select person_id from change_suggester where community_id = ? and number = ?
                        group by person_id order by min(at), person_id
                        """)
                .params(change.community().value(), change.number())
                .query((row, n) -> Rows.person(row, "person_id"))
                .list());
    }

    /** Whose wordings are all that is new in the newest version; nobody when it has other new words. */
    Set<PersonId> newestSuggesters(Subject change) {
        return new LinkedHashSet<>(sql.sql("""
                        select s.person_id from change c
                        join change_version v using (community_id, number, version)
                        join change_suggester s using (community_id, number, version)
                        where c.community_id = ? and c.number = ? and v.suggested order by s.person_id
                        """)
                .params(change.community().value(), change.number())
                .query((row, n) -> Rows.person(row, "person_id"))
                .list());
    }

    /** When what it changes now was proposed first, but for wordings that others suggested. */
    Instant saidSince(Subject change) {
        return saidSince.get(change, this::readSaidSince);
    }

    private Instant readSaidSince(Subject change) {
        return sql.sql("""
                        with recursive said as (
                            select v.* from change_version v join change c using (community_id, number, version)
                            where v.community_id = ? and v.number = ?
                            union
                            select v.* from said s
                            join change_version v on v.community_id = s.community_id and v.number = s.number
                                and (v.content = s.content or (s.suggested and v.version = s.version - 1)))
                        select min(at) from said
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
