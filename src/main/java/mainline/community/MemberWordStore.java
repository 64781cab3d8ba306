package mainline.community;

import java.util.Collection;
import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MemberWordStore {
    /** So many words are looked at, however many begin alike. */
    private static final int MOST_WORDS = 100;

    private final JdbcClient sql;

    MemberWordStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(CommunityId community, PersonId person, Collection<String> words) {
        sql.sql("""
                        insert into member_word (community_id, word, person_id)
                        select ?, word, ? from unnest(?) as word on conflict do nothing
                        """)
                .params(community.value(), person.value(), words.toArray(String[]::new))
                .update();
    }

    void forget(CommunityId community, PersonId person) {
        sql.sql("delete from member_word where person_id = ? and community_id = ?")
                .params(person.value(), community.value())
                .update();
    }

    /** In every community they belong to. */
    void replace(PersonId person, Collection<String> words) {
        sql.sql("delete from member_word where person_id = ?")
                .param(person.value())
                .update();
        sql.sql("""
                        insert into member_word (community_id, word, person_id)
                        select m.community_id, word, m.person_id from membership m cross join unnest(?) as word
                        where m.person_id = ?
                        """).params(words.toArray(String[]::new), person.value()).update();
    }

    /** Members of whose words one begins so, in the order of these. */
    List<PersonId> beginning(CommunityId community, String beginning, int most) {
        return sql.sql("""
                        select person_id from (
                            select word, person_id from member_word
                            where community_id = :community and word >= :beginning and starts_with(word, :beginning)
                                and word < :beginning || chr(1114111)
                            order by word, person_id limit :words) as found
                        group by person_id order by min(word), person_id limit :most
                        """)
                .param("community", community.value())
                .param("beginning", beginning)
                .param("words", MOST_WORDS)
                .param("most", most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** The same in all communities. */
    List<PersonId> beginning(String beginning, int most) {
        return sql.sql("""
                        select person_id from community c cross join lateral (
                            select word, person_id from member_word
                            where community_id = c.id and word >= :beginning and starts_with(word, :beginning)
                                and word < :beginning || chr(1114111)
                            order by word, person_id limit :words) as found
                        group by person_id order by min(word), person_id limit :most
                        """)
                .param("beginning", beginning)
                .param("words", MOST_WORDS)
                .param("most", most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }
}
