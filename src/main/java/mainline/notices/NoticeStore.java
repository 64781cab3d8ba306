package mainline.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mainline.community.Notice;
import mainline.kernel.Gaps;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class NoticeStore {
    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};
    private static final String TOLD =
            "select n.*, s.at as seen from notice n left join notice_seen s on s.notice_id = n.id ";

    private final JdbcClient sql;
    private final JsonMapper json;

    NoticeStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What tells this act from every other. */
    String act() {
        return sql.sql("select pg_current_xact_id()::text").query(String.class).single();
    }

    /** @return false when this act has told this person already */
    boolean add(PersonId person, Notice notice, Instant at, String act) {
        return sql.sql("""
                        insert into notice (person_id, community_id, subject_kind, subject_number, topic, key, gaps, at, act)
                        values (:person, :community, :kind, :number, :topic, :key, :gaps::jsonb, :at, :act::xid8)
                        on conflict do nothing
                        """)
                        .param("person", person.value())
                        .param("community", notice.subject().community().value())
                        .param("kind", notice.subject().kind().name())
                        .param("number", notice.subject().number())
                        .param("topic", notice.topic().code())
                        .param("key", notice.text().key())
                        .param(
                                "gaps",
                                json.writeValueAsString(Gaps.kept(notice.text().gaps())))
                        .param("at", Timestamp.from(at))
                        .param("act", act)
                        .update()
                == 1;
    }

    List<Told> of(PersonId person, long before, int most) {
        return sql.sql(TOLD + "where n.person_id = :person and n.id < :before order by n.id desc limit :most")
                .param("person", person.value())
                .param("before", before)
                .param("most", most)
                .query((row, n) -> told(row))
                .list();
    }

    Optional<Told> find(PersonId person, long id) {
        return sql.sql(TOLD + "where n.person_id = :person and n.id = :id")
                .param("person", person.value())
                .param("id", id)
                .query((row, n) -> told(row))
                .optional();
    }

    void seen(long notice, Instant at) {
        sql.sql("insert into notice_seen (notice_id, at) values (?, ?) on conflict do nothing")
                .params(notice, Timestamp.from(at))
                .update();
    }

    void allSeen(PersonId person, long until, Instant at) {
        sql.sql("""
                        insert into notice_seen (notice_id, at)
                        select n.id, :at from notice n where n.person_id = :person and n.id <= :until
                        on conflict do nothing
                        """)
                .param("person", person.value())
                .param("until", until)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** How many are new, counted up to {@code most}. */
    int unseen(PersonId person, int most) {
        return sql.sql("""
                        select count(*) from (
                            select 1 from notice n
                            where n.person_id = :person and not exists (select from notice_seen s where s.notice_id = n.id)
                            limit :most) as fresh
                        """)
                .param("person", person.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    Ways ways(PersonId person) {
        return sql.sql("select mails, language from notice_ways where person_id = ?")
                .param(person.value())
                .query((row, n) -> new Ways(row.getBoolean(1), Locale.of(row.getString(2))))
                .optional()
                .orElse(Ways.USUAL);
    }

    void ways(PersonId person, Ways ways, Instant at) {
        sql.sql("""
                        insert into notice_ways (person_id, mails, language, since) values (:person, :mails, :language, :at)
                        on conflict (person_id) do update set mails = :mails, language = :language, since = :at
                        """)
                .param("person", person.value())
                .param("mails", ways.mails())
                .param("language", ways.language().getLanguage())
                .param("at", Timestamp.from(at))
                .update();
    }

    private Told told(ResultSet row) throws SQLException {
        Subject subject = Rows.subject(Rows.community(row), row, "subject");
        Reason text = new Reason(row.getString("key"), Gaps.of(json.readValue(row.getString("gaps"), LIST)));
        return new Told(row.getLong("id"), subject, text, Rows.instant(row, "at"), row.getTimestamp("seen") != null);
    }
}
