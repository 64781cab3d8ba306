package mainline.effort;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PledgeStore {
    private static final RowMapper<Pledge> PLEDGE = (row, n) -> pledge(row);

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, Map<LocalDate, Integer>> moves;
    private final Kept<Own, List<Pledge>> own;

    PledgeStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.moves = memory.ofThings(MOST_KNOWN);
        this.own = memory.keep(MOST_KNOWN, each -> each.idea().community(), Memory::isAnyAct);
    }

    void add(Pledge pledge) {
        sql.sql("""
                        insert into pledge (community_id, number, idea_number, person_id, kind, quarters, due, made, changed)
                        values (:community, :number, :idea, :person, :kind, :quarters, :due, :made, :made)
                        """)
                .param("community", pledge.subject().community().value())
                .param("number", pledge.subject().number())
                .param("idea", pledge.idea().number())
                .param("person", pledge.member().value())
                .param("kind", pledge.kind().name())
                .param("quarters", pledge.hours().quarters())
                .param("due", Date.valueOf(pledge.due()))
                .param("made", Timestamp.from(pledge.made()))
                .update();
    }

    void change(Subject pledge, Promise promise, Instant at) {
        sql.sql("update pledge set quarters = ?, due = ?, changed = ? where community_id = ? and number = ?")
                .params(
                        promise.hours().quarters(),
                        Date.valueOf(promise.by()),
                        Timestamp.from(at),
                        pledge.community().value(),
                        pledge.number())
                .update();
    }

    void release(Subject pledge, Instant at) {
        sql.sql("update pledge set released = ? where community_id = ? and number = ? and released is null")
                .params(Timestamp.from(at), pledge.community().value(), pledge.number())
                .update();
    }

    void move(Subject idea, EffortKind kind, int quarters, Instant at) {
        sql.sql("insert into pledge_move (community_id, idea_number, kind, quarters, at) values (?, ?, ?, ?, ?)")
                .params(idea.community().value(), idea.number(), kind.name(), quarters, Timestamp.from(at))
                .update();
    }

    Optional<Pledge> find(CommunityId community, long number) {
        return sql.sql("select * from pledge where community_id = ? and number = ?")
                .params(community.value(), number)
                .query(PLEDGE)
                .optional();
    }

    private record Own(Subject idea, PersonId member) {}

    /** The live pledges of one member to one idea. */
    List<Pledge> live(Subject idea, PersonId member) {
        return own.get(new Own(idea, member), each -> readLive(each.idea(), each.member()));
    }

    private List<Pledge> readLive(Subject idea, PersonId member) {
        return sql.sql("""
                        select * from pledge
                        where community_id = ? and idea_number = ? and person_id = ? and released is null
                        order by number
                        """)
                .params(idea.community().value(), idea.number(), member.value())
                .query(PLEDGE)
                .list();
    }

    List<Pledge> live(Subject idea, long after, int most) {
        return sql.sql("""
                        select * from pledge
                        where community_id = ? and idea_number = ? and number > ? and released is null
                        order by number limit ?
                        """)
                .params(idea.community().value(), idea.number(), after, most)
                .query(PLEDGE)
                .list();
    }

    Optional<PersonId> first(Subject idea, EffortKind kind) {
        return sql.sql("""
                        select person_id from pledge
                        where community_id = ? and idea_number = ? and kind = ? and released is null
                        order by number limit 1
                        """)
                .params(idea.community().value(), idea.number(), kind.name())
                .query((row, n) -> new PersonId(row.getLong(1)))
                .optional();
    }

    List<Pledge> of(CommunityId community, PersonId member, int most) {
        return sql.sql("""
                        select * from pledge where community_id = ? and person_id = ? and released is null
                        order by number desc limit ?
                        """)
                .params(community.value(), member.value(), most)
                .query(PLEDGE)
                .list();
    }

    List<Long> ideasOf(CommunityId community, PersonId member) {
        return sql.sql("""
                        select distinct idea_number from pledge
                        where community_id = ? and person_id = ? and released is null
                        """)
                .params(community.value(), member.value())
                .query(Long.class)
                .list();
    }

    /**
     * By how many quarter hours the promises rose or fell on each day.
     *
     * @param zone of the idea's community
     */
    Map<LocalDate, Integer> moves(Subject idea, ZoneId zone) {
        return moves.get(idea, each -> readMoves(each, zone));
    }

    private Map<LocalDate, Integer> readMoves(Subject idea, ZoneId zone) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        sql.sql("""
                        select (at at time zone ?)::date as day, sum(quarters) as quarters from pledge_move
                        where community_id = ? and idea_number = ? group by 1
                        """)
                .params(zone.getId(), idea.community().value(), idea.number())
                .query(row -> {
                    days.put(row.getDate("day").toLocalDate(), row.getInt("quarters"));
                });
        return days;
    }

    private static Pledge pledge(ResultSet row) throws SQLException {
        CommunityId community = Rows.community(row);
        Instant released = Rows.instantOrNull(row, "released");
        return new Pledge(
                new Subject(community, Subject.Kind.PLEDGE, row.getLong("number")),
                new Subject(community, Subject.Kind.IDEA, row.getLong("idea_number")),
                Rows.person(row, "person_id"),
                EffortKind.valueOf(row.getString("kind")),
                new Hours(row.getInt("quarters")),
                row.getDate("due").toLocalDate(),
                Rows.instant(row, "made"),
                Rows.instant(row, "changed"),
                released == null ? null : released);
    }
}
