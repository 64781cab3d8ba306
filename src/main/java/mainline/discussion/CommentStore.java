package mainline.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentStore {
    private static final String SELECT = """
            select c.*, r.number is not null as removed, d.number is not null as owed
            from comment c
            left join comment_removal r on r.community_id = c.community_id and r.number = c.number
            left join reply_debt d on d.community_id = c.community_id and d.number = c.number
            """;

    /** Beginnings of discussions, with all their words. */
    private static final int MOST_KNOWN = 300;

    private final JdbcClient sql;
    private final Kept<Beginning, List<Comment>> beginnings;

    CommentStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.beginnings = memory.keep(MOST_KNOWN, beginning -> beginning.about().community(), Memory::isAnyAct);
    }

    private record Beginning(Subject about, int most) {}

    Optional<Comment> find(CommunityId community, long number) {
        return sql.sql(SELECT + "where c.community_id = ? and c.number = ?")
                .params(community.value(), number)
                .query((row, n) -> comment(community, row))
                .optional();
    }

    /** In the order of writing, after the given number. */
    List<Comment> under(Subject about, long after, int most) {
        return after > 0
                ? read(about, after, most)
                : beginnings.get(new Beginning(about, most), each -> read(each.about(), 0, each.most()));
    }

    private List<Comment> read(Subject about, long after, int most) {
        return sql.sql(SELECT + """
                        where c.community_id = ? and c.subject_kind = ? and c.subject_number = ? and c.number > ?
                        order by c.number limit ?
                        """)
                .params(about.community().value(), about.kind().name(), about.number(), after, most)
                .query((row, n) -> comment(about.community(), row))
                .list();
    }

    /** Under any of these objects of one kind, in the order of writing. */
    List<Comment> underAny(CommunityId community, Subject.Kind kind, List<Long> numbers, int most) {
        return sql.sql(SELECT + """
                        where c.community_id = ? and c.subject_kind = ? and c.subject_number = any(?)
                        order by c.number limit ?
                        """)
                .params(community.value(), kind.name(), numbers.toArray(Long[]::new), most)
                .query((row, n) -> comment(community, row))
                .list();
    }

    int countBefore(Comment comment) {
        return sql.sql("""
                        select count(*) from comment
                        where community_id = ? and subject_kind = ? and subject_number = ? and number < ?
                        """)
                .params(
                        comment.about().community().value(),
                        comment.about().kind().name(),
                        comment.about().number(),
                        comment.subject().number())
                .query(Integer.class)
                .single();
    }

    /** The number of the comment in that place of a discussion, counted from 1. */
    long keyAt(Subject about, int place) {
        return sql.sql("""
                        select number from comment where community_id = ? and subject_kind = ? and subject_number = ?
                        order by number offset ? limit 1
                        """)
                .params(about.community().value(), about.kind().name(), about.number(), place - 1)
                .query(Long.class)
                .single();
    }

    /** Who wrote the latest so many comments under it, each once, the latest first. */
    List<PersonId> authors(Subject about, int comments) {
        return sql.sql("""
                        select person_id from (
                            select person_id, number from comment
                            where community_id = ? and subject_kind = ? and subject_number = ?
                            order by number desc limit ?) as latest
                        group by person_id order by max(number) desc
                        """)
                .params(about.community().value(), about.kind().name(), about.number(), comments)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    void add(Comment comment) {
        sql.sql("""
                        insert into comment (community_id, number, subject_kind, subject_number, reply_to, person_id, text,
                            written_at, changed_at)
                        values (:community, :number, :kind, :about, :replyTo, :person, :text, :at, :at)
                        """)
                .param("community", comment.subject().community().value())
                .param("number", comment.subject().number())
                .param("kind", comment.about().kind().name())
                .param("about", comment.about().number())
                .param("replyTo", comment.replyTo())
                .param("person", comment.author().value())
                .param("text", comment.text())
                .param("at", Timestamp.from(comment.written()))
                .update();
    }

    boolean isFirstOf(CommunityId community, PersonId person) {
        return sql.sql("select not exists (select from comment where community_id = ? and person_id = ?)")
                .params(community.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    boolean lockForEdit(Comment comment) {
        return sql.sql("select version from comment where community_id = ? and number = ? for update")
                        .params(
                                comment.subject().community().value(),
                                comment.subject().number())
                        .query(Integer.class)
                        .single()
                == comment.version();
    }

    void edit(Comment before, String text, Instant at) {
        sql.sql("""
                        insert into comment_version (community_id, number, version, text, at) values (?, ?, ?, ?, ?)
                        """)
                .params(
                        before.subject().community().value(),
                        before.subject().number(),
                        before.version(),
                        before.text(),
                        Timestamp.from(before.changed()))
                .update();
        sql.sql(
                        "update comment set text = ?, version = version + 1, changed_at = ? where community_id = ? and number = ?")
                .params(
                        text,
                        Timestamp.from(at),
                        before.subject().community().value(),
                        before.subject().number())
                .update();
    }

    /** Earlier versions, oldest first. */
    List<Earlier> earlier(Comment comment) {
        return sql.sql(
                        "select version, text, at from comment_version where community_id = ? and number = ? order by version")
                .params(comment.subject().community().value(), comment.subject().number())
                .query((row, n) -> new Earlier(row.getInt("version"), row.getString("text"), Rows.instant(row, "at")))
                .list();
    }

    boolean remove(Comment comment, PersonId by, Instant at) {
        return sql.sql(
                                "insert into comment_removal (community_id, number, at, person_id) values (?, ?, ?, ?) on conflict do nothing")
                        .params(
                                comment.subject().community().value(),
                                comment.subject().number(),
                                Timestamp.from(at),
                                by.value())
                        .update()
                == 1;
    }

    void owe(Comment comment) {
        sql.sql("insert into reply_debt (community_id, number, person_id, since) values (?, ?, ?, ?)")
                .params(
                        comment.subject().community().value(),
                        comment.subject().number(),
                        comment.author().value(),
                        Timestamp.from(comment.written()))
                .update();
    }

    /** @return whether there was a debt */
    boolean settle(CommunityId community, long number) {
        return sql.sql("delete from reply_debt where community_id = ? and number = ?")
                        .params(community.value(), number)
                        .update()
                == 1;
    }

    /** The oldest debts first, those of the viewer left out, after the given number. */
    List<ReplyDebt> debts(CommunityId community, @Nullable PersonId viewer, long after, int most) {
        return sql.sql("""
                        select c.*, false as removed, true as owed, s.title
                        from reply_debt d
                        join comment c on c.community_id = d.community_id and c.number = d.number
                        join discussion s on s.community_id = c.community_id and s.subject_kind = c.subject_kind
                            and s.subject_number = c.subject_number
                        where d.community_id = ? and d.number > ? and d.person_id <> ?
                        order by d.number limit ?
                        """)
                .params(community.value(), after, viewer == null ? 0 : viewer.value(), most)
                .query((row, n) -> new ReplyDebt(comment(community, row), row.getString("title")))
                .list();
    }

    /**
     * Those of these people, in their order, to whom nobody else has said anything: neither on their page nor in answer.
     * Whose first comment waits for an answer waits for that.
     */
    List<PersonId> unaddressed(CommunityId community, List<PersonId> people) {
        if (people.isEmpty()) return List.of();
        return sql.sql("""
                        select person from unnest(:people::bigint[]) with ordinality as asked (person, place)
                        where exists (select from discussion d where d.community_id = :community
                                and d.subject_kind = 'MEMBER' and d.subject_number = person)
                            and not exists (select from comment c where c.community_id = :community
                                and c.subject_kind = 'MEMBER' and c.subject_number = person and c.person_id <> person)
                            and not exists (select from comment own
                                join comment c on c.community_id = own.community_id and c.reply_to = own.number
                                where own.community_id = :community and own.person_id = person and c.person_id <> person)
                            and not exists (select from reply_debt d
                                where d.community_id = :community and d.person_id = person)
                        order by place
                        """)
                .param("people", Rows.ids(people))
                .param("community", community.value())
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    private static Comment comment(CommunityId community, ResultSet row) throws SQLException {
        long replyTo = row.getLong("reply_to");
        boolean top = row.wasNull();
        boolean removed = row.getBoolean("removed");
        return new Comment(
                new Subject(community, Subject.Kind.COMMENT, row.getLong("number")),
                Rows.subject(community, row, "subject"),
                top ? null : replyTo,
                Rows.person(row, "person_id"),
                removed ? "" : row.getString("text"),
                row.getInt("version"),
                Rows.instant(row, "written_at"),
                Rows.instant(row, "changed_at"),
                removed,
                row.getBoolean("owed"));
    }

    record Earlier(int version, String text, Instant at) {}
}
