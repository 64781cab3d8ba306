package mainline.interests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InterestStore {
    private static final String WHERE = " where community_id = ? and kind = ? and number = ? and act = ?";

    private final JdbcClient sql;

    InterestStore(JdbcClient sql) {
        this.sql = sql;
    }

    void put(Declared declared, boolean shown) {
        sql.sql("""
                        insert into interest (community_id, kind, number, act, person_id, title, words, at, shown)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (community_id, kind, number, act, person_id) do update set
                            title = excluded.title, words = excluded.words, at = excluded.at, shown = excluded.shown
                        """)
                .params(on(declared.subject(), declared.act()))
                .params(
                        declared.person().value(),
                        declared.title(),
                        declared.words(),
                        Timestamp.from(declared.at()),
                        shown)
                .update();
    }

    void remove(PersonId person, Declared.Act act, Subject subject) {
        sql.sql("delete from interest" + WHERE + " and person_id = ?")
                .params(on(subject, act))
                .param(person.value())
                .update();
    }

    void show(Declared.Act act, Subject subject, Collection<PersonId> people) {
        sql.sql("update interest set shown = true" + WHERE + " and person_id = any(?)")
                .params(on(subject, act))
                .param(Rows.ids(people))
                .update();
    }

    Optional<String> own(PersonId person, Declared.Act act, Subject subject) {
        return sql.sql("select words from interest" + WHERE + " and person_id = ?")
                .params(on(subject, act))
                .param(person.value())
                .query(String.class)
                .optional();
    }

    List<Declared> of(Subject subject, Declared.Act act) {
        return sql.sql("select * from interest" + WHERE + " and shown order by at, person_id")
                .params(on(subject, act))
                .query((row, n) -> declared(row))
                .list();
    }

    Map<PersonId, String> of(Subject subject, Declared.Act act, Collection<PersonId> people) {
        Map<PersonId, String> said = new HashMap<>();
        sql.sql("select person_id, words from interest" + WHERE + " and shown and person_id = any(?)")
                .params(on(subject, act))
                .param(Rows.ids(people))
                .query(row -> {
                    said.put(Rows.person(row, "person_id"), row.getString("words"));
                });
        return said;
    }

    List<Long> numbers(CommunityId community, PersonId person, Declared.Act act) {
        return sql.sql("select number from interest where community_id = ? and person_id = ? and act = ? and shown")
                .params(community.value(), person.value(), act.name())
                .query(Long.class)
                .list();
    }

    List<Declared> by(CommunityId community, PersonId person, int most) {
        return sql.sql("""
                        select * from interest where community_id = ? and person_id = ? and shown
                        order by at desc limit ?
                        """)
                .params(community.value(), person.value(), most)
                .query((row, n) -> declared(row))
                .list();
    }

    private static List<Object> on(Subject subject, Declared.Act act) {
        return List.of(subject.community().value(), subject.kind().name(), subject.number(), act.name());
    }

    private static Declared declared(ResultSet row) throws SQLException {
        return new Declared(
                Rows.person(row, "person_id"),
                Declared.Act.valueOf(row.getString("act")),
                new Subject(Rows.community(row), Subject.Kind.valueOf(row.getString("kind")), row.getLong("number")),
                row.getString("title"),
                row.getString("words"),
                Rows.instant(row, "at"));
    }
}
