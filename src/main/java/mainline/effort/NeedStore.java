package mainline.effort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Needs, and the kept sums per idea and kind. */
@Repository
class NeedStore {
    private static final int MOST_KNOWN = 5_000;

    private final JdbcClient sql;
    private final Kept<Subject, Boolean> taking;
    private final Kept<Subject, Effort> efforts;

    NeedStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.taking = memory.ofThings(MOST_KNOWN);
        this.efforts = memory.ofThings(MOST_KNOWN);
    }

    Optional<Need> current(Subject idea) {
        return sql.sql("""
                        select * from effort_need where community_id = ? and idea_number = ?
                        order by version desc limit 1
                        """)
                .params(idea.community().value(), idea.number())
                .query((row, n) -> need(row))
                .optional();
    }

    void add(Subject idea, Need need) {
        sql.sql("""
                        insert into effort_need (community_id, idea_number, version, do_quarters, support_quarters,
                            test_quarters, implement_quarters, person_id, at)
                        values (:community, :idea, :version, :do, :support, :test, :implement, :person, :at)
                        """)
                .param("community", idea.community().value())
                .param("idea", idea.number())
                .param("version", need.version())
                .param("do", need.of(EffortKind.DO).quarters())
                .param("support", need.of(EffortKind.SUPPORT).quarters())
                .param("test", need.of(EffortKind.TEST).quarters())
                .param("implement", need.of(EffortKind.IMPLEMENT).quarters())
                .param("person", need.by().value())
                .param("at", Timestamp.from(need.at()))
                .update();
        for (EffortKind kind : EffortKind.values())
            sum(idea, kind, "needed = :quarters", need.of(kind).quarters());
    }

    void addPledged(Subject idea, EffortKind kind, int quarters) {
        sum(idea, kind, "pledged = effort_total.pledged + :quarters", quarters);
    }

    void addGiven(Subject idea, EffortKind kind, int quarters) {
        sum(idea, kind, "given = effort_total.given + :quarters", quarters);
    }

    private void sum(Subject idea, EffortKind kind, String change, int quarters) {
        sql.sql("""
                        insert into effort_total (community_id, idea_number, kind) values (:community, :idea, :kind)
                        on conflict do nothing
                        """)
                .param("community", idea.community().value())
                .param("idea", idea.number())
                .param("kind", kind.name())
                .update();
        sql.sql("update effort_total set " + change
                        + " where community_id = :community and idea_number = :idea and kind = :kind")
                .param("community", idea.community().value())
                .param("idea", idea.number())
                .param("kind", kind.name())
                .param("quarters", quarters)
                .update();
    }

    void taking(Subject idea, boolean taking) {
        sql.sql("update effort_total set taking = ? where community_id = ? and idea_number = ?")
                .params(taking, idea.community().value(), idea.number())
                .update();
    }

    boolean isTaking(Subject idea) {
        return taking.get(idea, this::readTaking);
    }

    private boolean readTaking(Subject idea) {
        return sql.sql(
                        "select coalesce(bool_and(taking), true) from effort_total where community_id = ? and idea_number = ?")
                .params(idea.community().value(), idea.number())
                .query(Boolean.class)
                .single();
    }

    /** In the order in which they were asked for. */
    Map<Subject, Effort> efforts(CommunityId community, List<Long> ideas) {
        List<Subject> subjects = ideas.stream()
                .map(number -> new Subject(community, Subject.Kind.IDEA, number))
                .toList();
        Map<Subject, Effort> found = efforts.all(
                subjects,
                missing -> readEfforts(
                        community, missing.stream().map(Subject::number).toList()));
        Map<Subject, Effort> inOrder = new LinkedHashMap<>();
        subjects.forEach(subject -> inOrder.put(subject, found.get(subject)));
        return inOrder;
    }

    private Map<Subject, Effort> readEfforts(CommunityId community, List<Long> ideas) {
        Map<Subject, Map<EffortKind, Effort.Sums>> sums = new LinkedHashMap<>();
        sql.sql("select * from effort_total where community_id = ? and idea_number = any(?)")
                .params(community.value(), ideas.toArray(Long[]::new))
                .query(row -> {
                    Subject idea = new Subject(community, Subject.Kind.IDEA, row.getLong("idea_number"));
                    sums.computeIfAbsent(idea, key -> new EnumMap<>(EffortKind.class))
                            .put(
                                    EffortKind.valueOf(row.getString("kind")),
                                    new Effort.Sums(
                                            new Hours(row.getInt("needed")),
                                            new Hours(row.getInt("pledged")),
                                            new Hours(row.getInt("given"))));
                });
        Map<Subject, Effort> efforts = new LinkedHashMap<>();
        for (long number : ideas) {
            Subject idea = new Subject(community, Subject.Kind.IDEA, number);
            Map<EffortKind, Effort.Sums> kinds = sums.getOrDefault(idea, Map.of());
            boolean stated =
                    kinds.values().stream().anyMatch(each -> each.needed().isSome());
            efforts.put(idea, new Effort(idea, stated, kinds));
        }
        return efforts;
    }

    /** Ideas that take effort and still miss some, newest first. */
    List<Long> lacking(CommunityId community, int most) {
        return sql.sql("""
                        select distinct idea_number from effort_total
                        where community_id = ? and taking and needed > pledged
                        order by idea_number desc limit ?
                        """).params(community.value(), most).query(Long.class).list();
    }

    private static Need need(ResultSet row) throws SQLException {
        Map<EffortKind, Hours> hours = new EnumMap<>(EffortKind.class);
        for (EffortKind kind : EffortKind.values())
            hours.put(kind, new Hours(row.getInt(kind.name().toLowerCase(Locale.ROOT) + "_quarters")));
        return new Need(row.getInt("version"), hours, Rows.person(row, "person_id"), Rows.instant(row, "at"));
    }
}
