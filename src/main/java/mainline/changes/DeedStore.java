package mainline.changes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mainline.handbook.Area;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a person did, read from the rows that the acts left; each part of the union has its index by person. */
@Repository
class DeedStore {
    private static final String DEEDS = """
            from (
                select 'WROTE' kind, c.number, coalesce(m.at, c.at) at from change c
                    left join change_merge m using (community_id, number)
                    where c.community_id = :community and c.author_id = :person and c.state = 'MERGED'
                        and not exists (select from change_enactment e
                            where e.community_id = c.community_id and e.number = c.number)
                union all
                select 'MERGED', number, at from change_merge where community_id = :community and person_id = :person
                union all
                select 'APPROVED', number, max(at) from change_approval
                    where community_id = :community and person_id = :person and withdrawn is null and interest = ''
                    group by number
                union all
                select 'ENDORSED', number, max(at) from change_endorsement
                    where community_id = :community and person_id = :person and withdrawn is null group by number
                union all
                select 'DOUBTED', number, max(at) from change_concern
                    where community_id = :community and person_id = :person group by number
            ) d join change c on c.community_id = :community and c.number = d.number
            where exists (select from change_path p
                where p.community_id = :community and p.number = d.number and p.path ~ :area)
            """;

    private final JdbcClient sql;

    DeedStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<ChangeDeed> deeds(CommunityId community, PersonId person, Area area, int most) {
        return sql.sql("select d.*, c.title " + DEEDS + " order by d.at desc, d.number desc, d.kind limit :most")
                .param("community", community.value())
                .param("person", person.value())
                .param("area", area.pattern())
                .param("most", most)
                .query((row, n) -> new ChangeDeed(
                        ChangeDeed.Kind.valueOf(row.getString("kind")),
                        new Subject(community, Subject.Kind.CHANGE, row.getLong("number")),
                        row.getString("title"),
                        Rows.instant(row, "at")))
                .list();
    }

    Map<ChangeDeed.Kind, Integer> counts(CommunityId community, PersonId person, Area area) {
        Map<ChangeDeed.Kind, Integer> counts = new EnumMap<>(ChangeDeed.Kind.class);
        sql.sql("select d.kind, count(*) " + DEEDS + " group by d.kind")
                .param("community", community.value())
                .param("person", person.value())
                .param("area", area.pattern())
                .query((row, n) -> counts.put(ChangeDeed.Kind.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    List<ChangeDeeds.Merges> merges(CommunityId community, Instant since) {
        return sql.sql("""
                        select person_id, count(*) from change_merge where community_id = ? and at >= ?
                        group by person_id order by count(*) desc, person_id
                        """)
                .params(community.value(), Timestamp.from(since))
                .query((row, n) -> new ChangeDeeds.Merges(new PersonId(row.getLong(1)), row.getInt(2)))
                .list();
    }
}
