package mainline.review;

import java.util.List;
import mainline.interests.Declared;
import mainline.interests.DeclaredElsewhere;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stewards gain by changes that they agreed to. */
@Repository
class ApprovalInterestStore implements DeclaredElsewhere {
    private final JdbcClient sql;

    ApprovalInterestStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Declared> by(CommunityId community, PersonId person, int most) {
        return sql.sql("""
                        select c.number, c.title, a.interest, a.at from change_approval a
                        join change c using (community_id, number)
                        where a.community_id = ? and a.person_id = ? and a.interest <> '' and a.withdrawn is null
                        order by a.number desc limit ?
                        """)
                .params(community.value(), person.value(), most)
                .query((row, n) -> new Declared(
                        person,
                        Declared.Act.APPROVAL,
                        new Subject(community, Subject.Kind.CHANGE, row.getLong("number")),
                        row.getString("title"),
                        row.getString("interest"),
                        Rows.instant(row, "at")))
                .list();
    }
}
