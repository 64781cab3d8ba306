package mainline.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.community.Notice;
import mainline.community.Why;
import mainline.kernel.CommunityId;
import mainline.kernel.Gaps;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class NoticeStore {
    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

    /** What an act has told somebody for a lesser reason, and was neither seen nor mailed, gives way. */
    private static final String ADD = """
        with lesser as (
            delete from notice where act = :act::xid8 and person_id = any(:people::bigint[])
                and community_id = :community and whole_kind = :wholeKind and whole_number = :wholeNumber
                and why = any(:lesser::text[]) and seen_at is null and mailed_at is null)
        insert into notice (person_id, community_id, subject_kind, subject_number, whole_kind, whole_number,
            topic, why, key, gaps, at, act, mail_at, mailed_at)
        select person, :community, :kind, :number, :wholeKind, :wholeNumber,
            :topic, :why, :key, :gaps::jsonb, :at, :act::xid8, :mailAt::timestamptz, :mailedAt::timestamptz
        from unnest(:people::bigint[]) as person
        where not exists (
            select from notice n where n.act = :act::xid8 and n.person_id = person
                and n.community_id = :community
                and n.whole_kind = :wholeKind and n.whole_number = :wholeNumber
                and (n.why <> all(:lesser::text[]) or n.seen_at is not null or n.mailed_at is not null))
        order by person
        on conflict do nothing
        returning person_id
        """;

    private final JdbcClient sql;
    private final JsonMapper json;

    NoticeStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What tells this act from every other: its transaction, unless that holds many. */
    String act() {
        return sql.sql("select coalesce(nullif(current_setting('mainline.act', true), ''), pg_current_xact_id()::text)")
                .query(String.class)
                .single();
    }

    /** From now until this transaction ends, that is the act. */
    void act(String act) {
        sql.sql("select set_config('mainline.act', ?, true)")
                .param(act)
                .query(String.class)
                .single();
    }

    /** What was told before that moment counts as seen then, and is not mailed. */
    void allSeen(Instant before) {
        sql.sql("""
                        update notice set seen_at = :before, mail_at = null, mailed_at = coalesce(mailed_at, at)
                        where at < :before and seen_at is null
                        """).param("before", Timestamp.from(before)).update();
    }

    /**
     * A notice as it is about to be kept.
     *
     * @param act the transaction that told it
     * @param mailAt when it is mailed by itself, if not seen before; null for never
     * @param silent whether it is not mailed in a digest either
     */
    record Fresh(
            Notice notice,
            Subject whole,
            Instant at,
            String act,
            @Nullable Instant mailAt,
            boolean silent) {}

    /** @return those who were told; nobody is told the same by one act twice */
    List<Long> add(List<Long> people, Fresh fresh) {
        if (people.isEmpty()) return List.of();
        Notice notice = fresh.notice();
        return sql.sql(ADD)
                .param("people", people.toArray(Long[]::new))
                .param("community", notice.subject().community().value())
                .param("kind", notice.subject().kind().name())
                .param("number", notice.subject().number())
                .param("wholeKind", fresh.whole().kind().name())
                .param("wholeNumber", fresh.whole().number())
                .param("topic", notice.topic().code())
                .param("why", notice.why().code())
                .param("lesser", notice.why().lesser().toArray(String[]::new))
                .param("key", notice.text().key())
                .param("gaps", json.writeValueAsString(Gaps.kept(notice.text().gaps())))
                .param("at", Timestamp.from(fresh.at()))
                .param("act", fresh.act())
                .param("mailAt", fresh.mailAt() == null ? null : Timestamp.from(fresh.mailAt()))
                .param("mailedAt", fresh.silent() ? Timestamp.from(fresh.at()) : null)
                .query(Long.class)
                .list();
    }

    /** How many of them have been told this by that act, by whoever began to tell them. */
    int told(List<Long> people, Notice notice, String act) {
        return sql.sql("""
                        select count(*) from notice where act = :act::xid8 and person_id = any(:people)
                            and community_id = :community and subject_kind = :kind and subject_number = :number and key = :key
                        """)
                .param("act", act)
                .param("people", people.toArray(Long[]::new))
                .param("community", notice.subject().community().value())
                .param("kind", notice.subject().kind().name())
                .param("number", notice.subject().number())
                .param("key", notice.text().key())
                .query(Integer.class)
                .single();
    }

    List<Told> of(PersonId person, long before, int most) {
        return sql.sql("select * from notice where person_id = ? and id < ? order by id desc limit ?")
                .params(person.value(), before, most)
                .query((row, n) -> told(row, json))
                .list();
    }

    List<Told> seenOf(PersonId person, long before, int most) {
        return sql.sql("""
                        select * from notice where person_id = ? and id < ? and seen_at is not null
                        order by id desc limit ?
                        """)
                .params(person.value(), before, most)
                .query((row, n) -> told(row, json))
                .list();
    }

    /** What the person has not seen, the newest first. */
    List<Told> unseenOf(PersonId person, int most) {
        return sql.sql("select * from notice where person_id = ? and seen_at is null order by id desc limit ?")
                .params(person.value(), most)
                .query((row, n) -> told(row, json))
                .list();
    }

    Optional<Told> find(PersonId person, long id) {
        return sql.sql("select * from notice where person_id = ? and id = ?")
                .params(person.value(), id)
                .query((row, n) -> told(row, json))
                .optional();
    }

    /** Everything up to that notice. */
    void allSeen(PersonId person, long until, Instant at) {
        sql.sql("update notice set seen_at = ? where person_id = ? and id <= ? and seen_at is null")
                .params(Timestamp.from(at), person.value(), until)
                .update();
    }

    /** Everything up to that notice that is listed with this. */
    void seen(PersonId person, Subject whole, long until, Instant at) {
        sql.sql("""
                        update notice set seen_at = ?
                        where person_id = ? and id <= ? and seen_at is null
                            and community_id = ? and whole_kind = ? and whole_number = ?
                        """)
                .params(
                        Timestamp.from(at),
                        person.value(),
                        until,
                        whole.community().value(),
                        whole.kind().name(),
                        whole.number())
                .update();
    }

    /** What asked this person about the thing counts as seen. */
    void answered(PersonId person, Subject whole, Instant at) {
        sql.sql("""
                        update notice set seen_at = ? where person_id = ? and why = 'asked' and seen_at is null
                            and community_id = ? and whole_kind = ? and whole_number = ?
                        """)
                .params(
                        Timestamp.from(at),
                        person.value(),
                        whole.community().value(),
                        whole.kind().name(),
                        whole.number())
                .update();
    }

    /** What asked anybody about either of these, and was not taken up, asks nothing any more. */
    void settled(Subject subject, Subject whole) {
        sql.sql("""
                        update notice set why = 'bound', mail_at = null
                        where community_id = :community and why = 'asked' and seen_at is null and (
                            subject_kind = :kind and subject_number = :number
                            or subject_kind = :wholeKind and subject_number = :wholeNumber)
                        """)
                .param("community", subject.community().value())
                .param("kind", subject.kind().name())
                .param("number", subject.number())
                .param("wholeKind", whole.kind().name())
                .param("wholeNumber", whole.number())
                .update();
    }

    /** How many are new, counted up to {@code most}: what it costs does not grow beyond that. */
    int unseen(PersonId person, int most) {
        return sql.sql(
                        "select count(*) from (select from notice where person_id = ? and seen_at is null limit ?) as fresh")
                .params(person.value(), most)
                .query(Integer.class)
                .single();
    }

    static Told told(ResultSet row, JsonMapper json) throws SQLException {
        CommunityId community = Rows.community(row);
        return new Told(
                row.getLong("id"),
                Why.of(row.getString("why")),
                Rows.subject(community, row, "subject"),
                Rows.subject(community, row, "whole"),
                new Reason(row.getString("key"), Gaps.of(json.readValue(row.getString("gaps"), LIST))),
                Rows.instant(row, "at"),
                row.getTimestamp("seen_at") != null);
    }
}
