package mainline.notices;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Notices that are still to be mailed, by themselves or in a digest. */
@Repository
class UnmailedStore {
    private final JdbcClient sql;
    private final JsonMapper json;

    UnmailedStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** People who have something to be mailed by itself, the longest waiting first. */
    List<PersonId> toMail(Instant now, int most) {
        return sql.sql("""
                        select person_id from (select person_id, min(mail_at) as since from (
                            select person_id, mail_at from notice where mail_at <= ? order by mail_at limit ?) as due
                        group by person_id) as people order by since
                        """)
                .params(Timestamp.from(now), most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** What this person is to be mailed by itself, held until the transaction ends; what another process holds is left out. */
    List<Told> holdToMail(PersonId person, Instant now, int most) {
        return sql.sql("""
                        select * from notice where person_id = ? and mail_at <= ?
                        order by id limit ? for update skip locked
                        """)
                .params(person.value(), Timestamp.from(now), most)
                .query((row, n) -> NoticeStore.told(row, json))
                .list();
    }

    /** Of each what is unseen and in no letter yet, the newest first; held until the transaction ends. */
    Map<PersonId, List<Told>> holdToDigest(List<PersonId> people, int most) {
        Map<PersonId, List<Told>> found = new LinkedHashMap<>();
        sql.sql("""
                        select n.* from unnest(?::bigint[]) as person cross join lateral (
                            select * from notice where person_id = person and seen_at is null and mailed_at is null
                            order by id desc limit ? for update skip locked) n
                        """).params(Rows.ids(people), most).query((RowCallbackHandler)
                row -> found.computeIfAbsent(Rows.person(row, "person_id"), person -> new ArrayList<>())
                        .add(NoticeStore.told(row, json)));
        return found;
    }

    /** Of those who have not seen something, the community of the newest of it. */
    Map<PersonId, CommunityId> newestUnseen(List<PersonId> people) {
        Map<PersonId, CommunityId> found = new HashMap<>();
        sql.sql("""
                        select n.* from unnest(?::bigint[]) as person cross join lateral (
                            select person_id, community_id from notice where person_id = person and seen_at is null
                            order by id desc limit 1) n
                        """).param(Rows.ids(people)).query((RowCallbackHandler)
                row -> found.put(Rows.person(row, "person_id"), Rows.community(row)));
        return found;
    }

    /** From now on they wait for a digest, or for that moment. */
    void mailLater(List<Long> ids, @Nullable Instant when) {
        sql.sql("update notice set mail_at = :when::timestamptz where id = any(:ids)")
                .param("when", when == null ? null : Timestamp.from(when))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void mailed(List<Long> ids, Instant at) {
        sql.sql("update notice set mail_at = null, mailed_at = ? where id = any(?)")
                .params(Timestamp.from(at), ids.toArray(Long[]::new))
                .update();
    }

    /** What was told of the thing and not mailed yet is not mailed any more. */
    void silence(PersonId person, CommunityId community, String what, Instant at) {
        sql.sql("""
                        update notice set mail_at = null, mailed_at = ?
                        where person_id = ? and seen_at is null and mailed_at is null
                            and community_id = ? and whole_kind || '-' || whole_number = ?
                        """)
                .params(Timestamp.from(at), person.value(), community.value(), what)
                .update();
    }
}
