package mainline.concerns;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoundStore {
    /** What was asked, in one version. */
    record Wording(int version, String question, String background) {}

    private final JdbcClient sql;

    RoundStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The latest round, if it does not follow from the decision's own window. */
    Optional<Round> latest(Subject decision) {
        return sql.sql("""
                        select * from consent_round where community_id = ? and decision_number = ?
                        order by round desc limit 1
                        """)
                .params(decision.community().value(), decision.number())
                .query((row, n) -> new Round(
                        row.getInt("round"),
                        Rows.instant(row, "began"),
                        Rows.instant(row, "clarified"),
                        Rows.instant(row, "reacted"),
                        Rows.instant(row, "amended"),
                        Rows.instant(row, "ends")))
                .optional();
    }

    void keep(Subject decision, Round round) {
        sql.sql("""
                        insert into consent_round
                            (community_id, decision_number, round, began, clarified, reacted, amended, ends)
                        values (:community, :decision, :round, :began, :clarified, :reacted, :amended, :ends)
                        on conflict (community_id, decision_number, round) do update
                        set clarified = :clarified, reacted = :reacted, amended = :amended, ends = :ends
                        """)
                .param("community", decision.community().value())
                .param("decision", decision.number())
                .param("round", round.number())
                .param("began", Timestamp.from(round.began()))
                .param("clarified", Timestamp.from(round.clarified()))
                .param("reacted", Timestamp.from(round.reacted()))
                .param("amended", Timestamp.from(round.amended()))
                .param("ends", Timestamp.from(round.ends()))
                .update();
    }

    /** Which wording was objected to in a round that failed. */
    void failed(Subject decision, int round, int version) {
        sql.sql("update consent_round set version = ? where community_id = ? and decision_number = ? and round = ?")
                .params(version, decision.community().value(), decision.number(), round)
                .update();
    }

    /** The wordings that were objected to, the oldest first. */
    List<Wording> objectedTo(Subject decision) {
        return sql.sql("""
                        select w.* from decision_wording w
                        where w.community_id = :community and w.decision_number = :decision and w.version in (
                            select r.version from consent_round r
                            where r.community_id = :community and r.decision_number = :decision)
                        order by w.version
                        """)
                .param("community", decision.community().value())
                .param("decision", decision.number())
                .query((row, n) ->
                        new Wording(row.getInt("version"), row.getString("question"), row.getString("background")))
                .list();
    }

    /** Open decisions in whose last phase nobody was told yet that it has begun. */
    List<Subject> toAsk(Instant now, int most) {
        return sql.sql("""
                        select d.community_id, d.number from open_decision p
                        join decision d on d.community_id = p.community_id and d.number = p.decision_number
                        left join lateral (select round, amended from consent_round r
                            where r.community_id = d.community_id and r.decision_number = d.number
                            order by round desc limit 1) r on true
                        where d.method = 'CONSENT' and p.ends > :now
                            and coalesce(r.amended, d.opened + (d.ends - d.opened) * 0.75) <= :now
                            and not exists (select from consent_asked a where a.community_id = d.community_id
                                and a.decision_number = d.number and a.round = coalesce(r.round, 1))
                        order by p.ends limit :most
                        """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, n) -> new Subject(new CommunityId(row.getLong(1)), Subject.Kind.DECISION, row.getLong(2)))
                .list();
    }

    /** @return false when they were asked before */
    boolean asked(Subject decision, int round, Instant at) {
        return sql.sql("insert into consent_asked values (?, ?, ?, ?) on conflict do nothing")
                        .params(decision.community().value(), decision.number(), round, Timestamp.from(at))
                        .update()
                == 1;
    }

    void say(Subject decision, int round, Word word) {
        sql.sql("""
                        insert into consent_word (community_id, decision_number, round, person_id, turn, kind, text, at)
                        select :community, :decision, :round, :person, count(*) + 1, :kind, :text, :at
                        from consent_word where community_id = :community and decision_number = :decision
                            and round = :round and person_id = :person
                        """)
                .param("community", decision.community().value())
                .param("decision", decision.number())
                .param("round", round)
                .param("person", word.by().value())
                .param("kind", word.kind().name())
                .param("text", word.text())
                .param("at", Timestamp.from(word.at()))
                .update();
    }

    /** The last word of each member in a round, in the order they were said. */
    List<Word> words(Subject decision, int round) {
        return sql.sql("""
                        select * from (
                            select distinct on (person_id) * from consent_word
                            where community_id = ? and decision_number = ? and round = ?
                            order by person_id, turn desc) as last
                        order by at, person_id
                        """)
                .params(decision.community().value(), decision.number(), round)
                .query((row, n) -> new Word(
                        Rows.person(row, "person_id"),
                        Word.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        Rows.instant(row, "at")))
                .list();
    }
}
