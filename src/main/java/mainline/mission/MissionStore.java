package mainline.mission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Visibility;
import mainline.decisions.Rules;
import mainline.decisions.RulesCodec;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MissionStore {
    private static final String CURRENT = """
            coalesce(
                (select max(version) from ratification where community_id = :community and outcome = 'RATIFIED'),
                (select max(version) from mission_version h where community_id = :community and not exists (
                    select from mission_proposal p where p.community_id = h.community_id and p.version = h.version)))
            """;
    private static final String SELECT = """
            select v.*, c.name as community_name, p.why, p.version is not null as proposed,
                r.decision_number, r.settled_at, r.outcome, %s as current
            from mission_version v
            join community c on c.id = v.community_id
            left join mission_proposal p on p.community_id = v.community_id and p.version = v.version
            left join lateral (
                select * from ratification o where o.community_id = v.community_id and o.version = v.version
                order by o.opened_at desc, o.decision_number desc limit 1) r on true
            where v.community_id = :community
            """.formatted(CURRENT);

    private final JdbcClient sql;

    MissionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Nobody else publishes, proposes or ratifies until the transaction ends. */
    void hold(CommunityId community) {
        sql.sql("select version from mission_version where community_id = ? and version = 1 for update")
                .param(community.value())
                .query(Integer.class)
                .optional();
    }

    Optional<Charter> current(CommunityId community) {
        return some(community, " and v.version = " + CURRENT, 0, 1).stream().findFirst();
    }

    Optional<Charter> version(CommunityId community, int version) {
        return some(community, " and v.version = :version", version, 1).stream().findFirst();
    }

    /** Newest first, before that version. */
    List<Charter> before(CommunityId community, int version, int most) {
        return some(community, " and v.version < :version", version, most);
    }

    private List<Charter> some(CommunityId community, String which, int version, int most) {
        List<Charter> found = sql.sql(SELECT + which + " order by v.version desc limit :most")
                .param("community", community.value())
                .param("version", version)
                .param("most", most)
                .query((row, n) -> charter(community, row))
                .list();
        Map<Integer, List<Clause>> clauses = clauses(community, found);
        return found.stream()
                .map(charter -> with(charter, clauses.getOrDefault(charter.version(), List.of())))
                .toList();
    }

    private Map<Integer, List<Clause>> clauses(CommunityId community, List<Charter> of) {
        Map<Integer, List<Clause>> clauses = new HashMap<>();
        sql.sql("""
                        select version, number, text from mission_clause
                        where community_id = ? and version = any(?) order by number
                        """)
                .params(community.value(), of.stream().map(Charter::version).toArray(Integer[]::new))
                .query(row -> {
                    clauses.computeIfAbsent(row.getInt("version"), version -> new java.util.ArrayList<>())
                            .add(new Clause(row.getInt("number"), row.getString("text")));
                });
        return clauses;
    }

    private static Charter with(Charter charter, List<Clause> clauses) {
        MissionText text = charter.text();
        return new Charter(
                charter.subject(),
                new MissionText(text.version(), text.statement(), clauses, text.published(), text.by()),
                charter.name(),
                charter.tagline(),
                charter.rules(),
                charter.visibility(),
                charter.base(),
                charter.why(),
                charter.stage());
    }

    private Charter charter(CommunityId community, ResultSet row) throws SQLException {
        int version = row.getInt("version");
        String name = row.getString("name");
        String tagline = row.getString("tagline");
        String why = row.getString("why");
        String rules = row.getString("rules");
        String visibility = row.getString("visibility");
        return new Charter(
                Charter.subject(community, version),
                new MissionText(
                        version,
                        row.getString("statement"),
                        List.of(),
                        Rows.instant(row, "published_at"),
                        Rows.person(row, "person_id")),
                name == null ? row.getString("community_name") : name,
                tagline == null ? "" : tagline,
                rules == null ? null : RulesCodec.read(rules),
                visibility == null ? null : Visibility.valueOf(visibility),
                row.getInt("base"),
                why == null ? "" : why,
                stage(community, row));
    }

    private static CharterStage stage(CommunityId community, ResultSet row) throws SQLException {
        boolean current = row.getInt("version") == row.getInt("current");
        Instant settled = Rows.instantOrNull(row, "settled_at");
        long number = row.getLong("decision_number");
        Subject decision = new Subject(community, Subject.Kind.DECISION, number);
        if (number > 0) {
            if (settled == null) return new CharterStage.InRatification(decision);
            if ("RATIFIED".equals(row.getString("outcome")))
                return current ? new CharterStage.Ratified(decision, settled) : new CharterStage.Superseded();
            if ("TURNED_DOWN".equals(row.getString("outcome"))) return new CharterStage.TurnedDown(decision, settled);
        }
        if (row.getBoolean("proposed")) return new CharterStage.Proposed(row.getInt("base") != row.getInt("current"));
        return current ? new CharterStage.Draft() : new CharterStage.Superseded();
    }

    MissionText add(CommunityId community, int version, int base, CharterDraft draft, Instant at, PersonId by) {
        List<Clause> clauses = Mission.numbered(draft.clauses(), lastClause(community));
        sql.sql("""
                        insert into mission_version
                            (community_id, version, statement, published_at, person_id, name, tagline, rules, visibility,
                             base)
                        values (:community, :version, :statement, :at, :by, :name, :tagline, :rules::jsonb, :visibility,
                            :base)
                        """)
                .param("community", community.value())
                .param("version", version)
                .param("statement", draft.statement().strip())
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("name", draft.name().strip())
                .param("tagline", draft.tagline().strip())
                .param("rules", rules(draft.rules()))
                .param(
                        "visibility",
                        draft.visibility() == null ? null : draft.visibility().name())
                .param("base", base)
                .update();
        add(community, version, clauses);
        return new MissionText(version, draft.statement().strip(), clauses, at, by);
    }

    private void add(CommunityId community, int version, List<Clause> clauses) {
        sql.sql("""
                        insert into mission_clause (community_id, version, number, text)
                        select ?, ?, number, text from unnest(?::int[], ?::text[]) as c (number, text)
                        """)
                .params(
                        community.value(),
                        version,
                        clauses.stream().map(Clause::number).toArray(Integer[]::new),
                        clauses.stream().map(Clause::text).toArray(String[]::new))
                .update();
    }

    private static @Nullable String rules(@Nullable Rules rules) {
        return rules == null ? null : RulesCodec.write(rules);
    }

    void propose(CommunityId community, int version, String why) {
        sql.sql("insert into mission_proposal (community_id, version, why) values (?, ?, ?)")
                .params(community.value(), version, why.strip())
                .update();
    }

    boolean isRatified(CommunityId community) {
        return sql.sql("""
                        select exists (select from ratification where community_id = ? and outcome = 'RATIFIED')
                        """).param(community.value()).query(Boolean.class).single();
    }

    /** The ratification that is going on. */
    Optional<Ratification> open(CommunityId community) {
        return sql.sql("select * from ratification where community_id = ? and settled_at is null")
                .param(community.value())
                .query((row, n) -> new Ratification(
                        new Subject(community, Subject.Kind.DECISION, row.getLong("decision_number")),
                        row.getInt("version")))
                .optional();
    }

    void open(Subject decision, int version, Instant at, PersonId by) {
        sql.sql("""
                        insert into ratification (community_id, decision_number, version, opened_at, person_id)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(decision.community().value(), decision.number(), version, Timestamp.from(at), by.value())
                .update();
    }

    void settle(Subject decision, Outcome outcome, Instant at) {
        sql.sql("""
                        update ratification set settled_at = ?, outcome = ?
                        where community_id = ? and decision_number = ? and settled_at is null
                        """)
                .params(Timestamp.from(at), outcome.name(), decision.community().value(), decision.number())
                .update();
    }

    int lastVersion(CommunityId community) {
        return sql.sql("select coalesce(max(version), 0) from mission_version where community_id = ?")
                .param(community.value())
                .query(Integer.class)
                .single();
    }

    /** The highest clause number ever given out, so that none is used twice. */
    int lastClause(CommunityId community) {
        return sql.sql("select coalesce(max(number), 0) from mission_clause where community_id = ?")
                .param(community.value())
                .query(Integer.class)
                .single();
    }

    enum Outcome {
        RATIFIED,
        TURNED_DOWN,
        WITHDRAWN
    }

    /** A vote that is going on, and on which version. */
    record Ratification(Subject decision, int version) {}
}
