package mainline.changes;

import java.util.List;
import mainline.interests.Declared;
import mainline.interests.DeclaredElsewhere;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people gain by changes of theirs that others may see. */
@Repository
class ChangeInterestStore implements DeclaredElsewhere {
    private final JdbcClient sql;

    ChangeInterestStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Declared> by(CommunityId community, PersonId person, int most) {
        return sql.sql("""
                        select number, title, interest, at from change
                        where community_id = ? and author_id = ? and interest <> '' and state <> 'DRAFT'
                        order by number desc limit ?
                        """)
                .params(community.value(), person.value(), most)
                .query((row, n) -> new Declared(
                        person,
                        Declared.Act.CHANGE,
                        new Subject(community, Subject.Kind.CHANGE, row.getLong("number")),
                        row.getString("title"),
                        row.getString("interest"),
                        Rows.instant(row, "at")))
                .list();
    }
}
