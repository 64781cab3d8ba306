package mainline.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MemberListStore {
    /** @param seen when they last looked in; null when they never did */
    record Row(PersonId person, Instant since, @Nullable Instant seen) {}

    private static final String SELECT = """
            select m.person_id, m.since, v.seen from membership m
            left join member_visit v on v.community_id = m.community_id and v.person_id = m.person_id
            """;

    private final JdbcClient sql;

    MemberListStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the order of joining the installation, after that person. */
    List<Row> all(CommunityId community, long after, int most) {
        return sql.sql(SELECT + "where m.community_id = ? and m.person_id > ? order by m.person_id limit ?")
                .params(community.value(), after, most)
                .query((row, n) -> row(row))
                .list();
    }

    /** The same, of these people alone. */
    List<Row> among(CommunityId community, Collection<PersonId> people, long after, int most) {
        return sql.sql(SELECT + """
                        where m.community_id = ? and m.person_id = any(?) and m.person_id > ?
                        order by m.person_id limit ?
                        """)
                .params(community.value(), Rows.ids(people), after, most)
                .query((row, n) -> row(row))
                .list();
    }

    /**
     * Those of whose words one begins so and each of the others is begun by another, in the order of the first such word. Read
     * along the index of words from the one by which the last person was found, so that it costs what is shown.
     *
     * @param among only these people; nothing for all
     */
    List<Row> beginning(
            CommunityId community, List<String> words, Optional<Collection<PersonId>> among, long after, int most) {
        return sql.sql("""
                        select w.person_id, m.since, v.seen from member_word w
                        join membership m on m.community_id = w.community_id and m.person_id = w.person_id
                        left join member_visit v on v.community_id = m.community_id and v.person_id = m.person_id
                        where w.community_id = :community and w.word >= :first and w.word < :first || chr(1114111)
                            and starts_with(w.word, :first)
                            and (w.word, w.person_id) > (coalesce((
                                select min(word) from member_word
                                where community_id = :community and person_id = :after
                                    and starts_with(word, :first)), ''), :after)
                            and not exists (select from member_word e
                                where e.community_id = w.community_id and e.person_id = w.person_id
                                    and starts_with(e.word, :first) and e.word < w.word)
                            and not exists (select from unnest(:others) as other where not exists (
                                select from member_word o
                                where o.community_id = w.community_id and o.person_id = w.person_id
                                    and starts_with(o.word, other)))
                            and (:all or w.person_id = any(:among))
                        order by w.word, w.person_id limit :most
                        """)
                .param("community", community.value())
                .param("first", words.getFirst())
                .param("others", words.stream().skip(1).toArray(String[]::new))
                .param("all", among.isEmpty())
                .param("among", Rows.ids(among.orElse(List.of())))
                .param("after", after)
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Rows.person(row, "person_id"), Rows.instant(row, "since"), Rows.instantOrNull(row, "seen"));
    }
}
