package mainline.ideas;

import java.util.List;
import mainline.interests.Declared;
import mainline.interests.DeclaredElsewhere;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people gain by ideas of theirs, as they say now. */
@Repository
class IdeaInterestStore implements DeclaredElsewhere {
    private final JdbcClient sql;

    IdeaInterestStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Declared> by(CommunityId community, PersonId person, int most) {
        return sql.sql("""
                        select number, title, interest, published_at as at from idea
                        where community_id = ? and person_id = ? and interest <> '' order by number desc limit ?
                        """)
                .params(community.value(), person.value(), most)
                .query((row, n) -> new Declared(
                        person,
                        Declared.Act.IDEA,
                        new Subject(community, Subject.Kind.IDEA, row.getLong("number")),
                        row.getString("title"),
                        row.getString("interest"),
                        Rows.instant(row, "at")))
                .list();
    }
}
