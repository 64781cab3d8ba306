package mainline.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DecisionStore {
    private static final String SELECT = """
            select d.*, w.version, w.question, w.background, o.at as closed, o.passed, o.winners, o.voted, o.sentence,
                s.statement, a.opens as announced, x.person_id as withdrawer, x.at as withdrawn, x.reason
            from decision d
            join lateral (select * from decision_wording w where w.community_id = d.community_id
                and w.decision_number = d.number order by version desc limit 1) w on true
            left join decision_outcome o on o.community_id = d.community_id and o.decision_number = d.number
            left join lateral (select statement from decision_statement s where s.community_id = d.community_id
                and s.decision_number = d.number order by version desc limit 1) s on true
            left join announced_decision a on a.community_id = d.community_id and a.decision_number = d.number
            left join decision_withdrawal x on x.community_id = d.community_id and x.decision_number = d.number
            """;

    /** Found from the few that run, of however many there were. */
    private static final String RUNNING = """
            d.number in (select decision_number from open_decision where community_id = %1$d
                union all select decision_number from announced_decision where community_id = %1$d)
            """;

    private static final String NEWEST = " order by d.number desc limit ?";

    private static final String UNVOTED = """
            and not exists (select from decision_ballot b where b.community_id = d.community_id
                and b.decision_number = d.number and b.round = d.round and b.person_id = :person)
            and not exists (select from secret_roll v where v.community_id = d.community_id and v.round = d.round
                and v.decision_number = d.number and v.shard = r.shard and :person = any(v.voted))
            """;

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final WordingStore wordings;
    private final AskedStore asked;
    private final ClockStore clocks;
    private final Memory memory;
    private final Kept<Subject, Decision> known;

    DecisionStore(JdbcClient sql, WordingStore wordings, AskedStore asked, ClockStore clocks, Memory memory) {
        this.sql = sql;
        this.memory = memory;
        this.known = memory.ofThings(MOST_KNOWN);
        this.wordings = wordings;
        this.asked = asked;
        this.clocks = clocks;
    }

    /** Everything of a decision but its roll. */
    void add(Decision decision, String normal) {
        asked.add(decision, normal);
        clocks.start(decision);
    }

    /** What comes of it, said by the one who asked. */
    void conclude(Subject decision, String statement, PersonId by, Instant at) {
        wordings.conclude(decision, statement, by, at);
    }

    Optional<Decision> find(Subject decision) {
        String where = "where d.community_id = ? and d.number = ?";
        return known.find(
                decision,
                () -> found(where, community(decision), decision.number()).stream()
                        .findFirst());
    }

    private List<Decision> found(String where, Object... values) {
        return wordings.filled(sql.sql(SELECT + where)
                .params(values)
                .query((row, n) -> decision(row))
                .list());
    }

    List<Decision> list(CommunityId community, Which which, long before, int most) {
        return list(community, which, null, before, most);
    }

    /** @param clause those that serve it, 0 for housekeeping; null for all */
    List<Decision> list(CommunityId community, Which which, @Nullable Integer clause, long before, int most) {
        String running = switch (which) {
            case RUNNING -> " and " + RUNNING.formatted(community.value());
            case SETTLED -> " and not " + RUNNING.formatted(community.value());
            case ALL -> "";
        };
        String serving = clause == null ? "" : " and d.serves_clause = " + clause;
        String where = "where d.community_id = ? and d.number < ?" + running + serving + NEWEST;
        return found(where, community.value(), before, most);
    }

    List<Decision> about(Subject about, int most) {
        String where = "where d.community_id = ? and d.about_kind = ? and d.about_number = ?" + NEWEST;
        return found(where, community(about), about.kind().name(), about.number(), most);
    }

    List<Decision> by(CommunityId community, PersonId by, long before, int most) {
        String where = "where d.community_id = ? and d.person_id = ? and d.number < ?" + NEWEST;
        return found(where, community.value(), by.value(), before, most);
    }

    List<Decision> all(CommunityId community, Collection<Long> numbers) {
        return found("where d.community_id = ? and d.number = any(?)", community.value(), numbers.toArray(Long[]::new));
    }

    List<Decision> passed(CommunityId community, PersonId by, int most) {
        return found(
                "where d.community_id = ? and d.person_id = ? and o.passed" + NEWEST,
                community.value(),
                by.value(),
                most);
    }

    /** Open decisions of these methods on whose roll the member is and that end after now, the first to end first. */
    List<Decision> on(Member member, Set<Method> methods, Instant now, int most) {
        return on(member, methods, "", now, most);
    }

    /** Those of them in which the member has not voted. */
    List<Decision> unvoted(Member member, Set<Method> methods, Instant now, int most) {
        return on(member, methods, UNVOTED, now, most);
    }

    private List<Decision> on(Member member, Set<Method> methods, String further, Instant now, int most) {
        return wordings.filled(sql.sql(SELECT + """
                                join open_decision p on p.community_id = d.community_id and p.decision_number = d.number
                                join decision_roll r on r.community_id = d.community_id and r.decision_number = d.number
                                    and r.shard = :person % (1 + (d.enrolled - 1) / :together)
                                where d.community_id = :community and :person = any(r.people) and p.ends > :now
                                    and d.method = any(:methods)
                                """ + further + " order by p.ends, d.number limit :most")
                .param("community", member.community().value())
                .param("person", member.person().value())
                .param("together", Electorate.TOGETHER)
                .param("now", Timestamp.from(now))
                .param("methods", methods.stream().map(StoredCodes.METHODS::of).toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> decision(row))
                .list());
    }

    /** @return false when they had been told before */
    boolean told(Subject decision, int people, Instant at) {
        return sql.sql(
                                "update decision set told = ?, told_at = ? where community_id = ? and number = ? and told_at is null")
                        .params(people, Timestamp.from(at), decision.community().value(), decision.number())
                        .update()
                == 1;
    }

    /** How many of the roll were told, and when the last of them was; nothing while some are still to be told. */
    Optional<Reach> reach(Subject decision) {
        return sql.sql("select told, told_at from decision where community_id = ? and number = ? and told is not null")
                .params(decision.community().value(), decision.number())
                .query((row, n) -> new Reach(row.getInt("told"), Rows.instant(row, "told_at")))
                .optional();
    }

    /** Holds the decision so that it cannot be closed or amended meanwhile; others may hold it too. */
    void share(Subject decision) {
        hold(decision, "for share");
    }

    /** Holds the decision alone. */
    void lock(Subject decision) {
        hold(decision, "for update");
    }

    private void hold(Subject decision, String how) {
        sql.sql("select number from decision where community_id = ? and number = ? " + how)
                .params(community(decision), decision.number())
                .query(Long.class)
                .optional();
    }

    void nextRound(Subject decision) {
        sql.sql("update decision set round = round + 1 where community_id = ? and number = ?")
                .params(community(decision), decision.number())
                .update();
    }

    void end(Subject decision, Instant ends) {
        memory.old(decision);
        sql.sql("update decision set ends = ? where community_id = ? and number = ?")
                .params(Timestamp.from(ends), community(decision), decision.number())
                .update();
        sql.sql("update open_decision set ends = ? where community_id = ? and decision_number = ?")
                .params(Timestamp.from(ends), community(decision), decision.number())
                .update();
    }

    /** @return false when it was closed or withdrawn before */
    boolean leave(Subject decision) {
        return clocks.stop(decision);
    }

    void close(Subject decision, Instant at, Settling.Settled settled) {
        sql.sql("insert into decision_outcome values (?, ?, ?, ?, ?, ?, ?::jsonb)")
                .params(
                        community(decision),
                        decision.number(),
                        Timestamp.from(at),
                        settled.passed(),
                        settled.winners().toArray(Integer[]::new),
                        settled.voted(),
                        SentenceCodec.write(settled.sentence()))
                .update();
    }

    void withdraw(Subject decision, PersonId by, Instant at, String reason) {
        sql.sql("insert into decision_withdrawal values (?, ?, ?, ?, ?)")
                .params(community(decision), decision.number(), by.value(), Timestamp.from(at), reason)
                .update();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                new Subject(Rows.community(row), Subject.Kind.DECISION, row.getLong("number")),
                about(row, Rows.community(row)),
                purpose(row),
                Rows.person(row, "person_id"),
                StoredCodes.METHODS.read(row.getString("method")),
                new Decision.Wording(
                        row.getInt("version"), row.getString("question"), row.getString("background"), List.of()),
                new Decision.Window(
                        Rows.instant(row, "opened"),
                        Rows.instant(row, "ends"),
                        row.getBoolean("ends_when_all_voted"),
                        row.getObject("review", LocalDate.class),
                        talk(row)),
                new Decision.Poll(
                        row.getBoolean("secret"),
                        row.getInt("round"),
                        row.getInt("eligible"),
                        row.getInt("enrolled"),
                        row.getString("lot")),
                TermsCodec.read(row.getString("terms")),
                stage(row));
    }

    private static @Nullable Subject about(ResultSet row, CommunityId community) throws SQLException {
        String kind = row.getString("about_kind");
        return kind == null ? null : new Subject(community, Subject.Kind.valueOf(kind), row.getLong("about_number"));
    }

    private static @Nullable Purpose purpose(ResultSet row) throws SQLException {
        String how = row.getString("serves_how");
        return how == null ? null : new Purpose(row.getInt("serves_clause"), how);
    }

    private static @Nullable Talk talk(ResultSet row) throws SQLException {
        Instant opens = Rows.instantOrNull(row, "opens");
        return opens == null ? null : new Talk(row.getInt("talk_days"), opens);
    }

    private static Stage stage(ResultSet row) throws SQLException {
        Instant withdrawn = Rows.instantOrNull(row, "withdrawn");
        if (withdrawn != null)
            return new Stage.Withdrawn(withdrawn, Rows.person(row, "withdrawer"), row.getString("reason"));
        Instant closed = Rows.instantOrNull(row, "closed");
        Instant announced = Rows.instantOrNull(row, "announced");
        if (announced != null) return new Stage.Announced(announced);
        if (closed == null) return new Stage.Open();
        return new Stage.Closed(
                closed,
                row.getBoolean("passed"),
                Arrays.asList((Integer[]) row.getArray("winners").getArray()),
                row.getInt("voted"),
                SentenceCodec.read(row.getString("sentence")),
                Optional.ofNullable(row.getString("statement")).orElse(""));
    }

    private static long community(Subject subject) {
        return subject.community().value();
    }
}
