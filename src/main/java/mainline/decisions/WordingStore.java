package mainline.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words of a decision in versions: the question, its options, and what the asker makes of the outcome. */
@Repository
class WordingStore {
    private final JdbcClient sql;

    WordingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void word(Subject decision, int version, String question, String background, PersonId by, Instant at) {
        sql.sql("insert into decision_wording values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        decision.community().value(),
                        decision.number(),
                        version,
                        question,
                        background,
                        by.value(),
                        Timestamp.from(at))
                .update();
    }

    void choice(Subject decision, Choice choice) {
        sql.sql("insert into option_version values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        decision.community().value(),
                        decision.number(),
                        choice.number(),
                        choice.version(),
                        choice.text(),
                        choice.detail(),
                        choice.quarterHours(),
                        choice.by().value(),
                        Timestamp.from(choice.at()))
                .update();
    }

    void conclude(Subject decision, String statement, PersonId by, Instant at) {
        sql.sql("""
                        insert into decision_statement select c, n, 1 + coalesce(max(version), 0), :statement, :by, :at
                        from (values (:community, :number)) t (c, n)
                            left join decision_statement s on s.community_id = c and s.decision_number = n
                        group by c, n
                        """)
                .param("community", decision.community().value())
                .param("number", decision.number())
                .param("statement", statement)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The latest version of each option, by the numbers of their decisions. */
    Map<Long, List<Choice>> choices(CommunityId community, Collection<Long> numbers) {
        Map<Long, List<Choice>> choices = new HashMap<>();
        sql.sql("""
                        select distinct on (decision_number, option) * from option_version
                        where community_id = ? and decision_number = any(?)
                        order by decision_number, option, version desc
                        """).params(community.value(), numbers.toArray(Long[]::new)).query(row -> {
            choices.computeIfAbsent(row.getLong("decision_number"), n -> new ArrayList<>())
                    .add(choice(row));
        });
        return choices;
    }

    /** Every version of an option, or of all (0), the oldest first. */
    List<Choice> versions(Subject decision, int option) {
        return sql.sql("""
                        select * from option_version where community_id = ? and decision_number = ? and (option = ? or ? = 0)
                        order by option, version
                        """)
                .params(decision.community().value(), decision.number(), option, option)
                .query((row, n) -> choice(row))
                .list();
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                row.getInt("option"),
                row.getInt("version"),
                row.getString("text"),
                row.getString("detail"),
                row.getLong("quarter_hours"),
                Rows.person(row, "person_id"),
                Rows.instant(row, "at"));
    }

    /** The same decisions, all of one community, with their options. */
    List<Decision> filled(List<Decision> bare) {
        if (bare.isEmpty()) return bare;
        Map<Long, List<Choice>> choices = choices(
                bare.getFirst().subject().community(),
                bare.stream().map(decision -> decision.subject().number()).toList());
        return bare.stream()
                .map(decision ->
                        decision.with(choices.getOrDefault(decision.subject().number(), List.of())))
                .toList();
    }
}
