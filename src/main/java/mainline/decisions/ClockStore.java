package mainline.decisions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a moment: ballots that are announced, windows, reviews, bars. */
@Repository
class ClockStore {
    private static final RowMapper<Subject> DECISION =
            (row, n) -> new Subject(new CommunityId(row.getLong(1)), Subject.Kind.DECISION, row.getLong(2));

    private final JdbcClient sql;

    ClockStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Lets a new decision wait for its end, or for its ballot to open. */
    void start(Decision decision) {
        if (decision.stage() instanceof Stage.Announced announced)
            sql.sql("insert into announced_decision values (?, ?, ?)")
                    .params(community(decision), decision.subject().number(), Timestamp.from(announced.opens()))
                    .update();
        else
            sql.sql("insert into open_decision (community_id, decision_number, ends) values (?, ?, ?)")
                    .params(community(decision), decision.subject().number(), Timestamp.from(decision.ends()))
                    .update();
    }

    /** @return false when it had stopped before */
    boolean stop(Subject decision) {
        return sql.sql("""
                                with announced as (
                                    delete from announced_decision where community_id = :community and decision_number = :number
                                    returning 1),
                                open as (
                                    delete from open_decision where community_id = :community and decision_number = :number
                                    returning 1)
                                select (select count(*) from announced) + (select count(*) from open)
                                """)
                        .param("community", decision.community().value())
                        .param("number", decision.number())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Announced decisions whose ballot is to open, the first first; by the database's clock too where that one is to agree. */
    List<Subject> toOpen(Instant now, boolean both, int most) {
        return sql.sql("""
                        select community_id, decision_number from announced_decision
                        where opens <= :now and (not :both or opens <= clock_timestamp()) order by opens limit :most
                        """)
                .param("now", Timestamp.from(now))
                .param("both", both)
                .param("most", most)
                .query(DECISION)
                .list();
    }

    /** The ballot opens now: the decision waits for its end from here on. */
    void open(Decision opened) {
        stop(opened.subject());
        start(opened);
        sql.sql("""
                        update decision set eligible = ?, enrolled = ?, terms = ?::jsonb where community_id = ? and number = ?
                        """)
                .params(
                        opened.eligible(),
                        opened.poll().enrolled(),
                        TermsCodec.write(opened.terms()),
                        community(opened),
                        opened.subject().number())
                .update();
    }

    /** The ballot opens later than it was announced for. */
    void postpone(Subject decision, Instant opens) {
        sql.sql("update announced_decision set opens = ? where community_id = ? and decision_number = ?")
                .params(Timestamp.from(opens), decision.community().value(), decision.number())
                .update();
        sql.sql("update decision set opens = ? where community_id = ? and number = ?")
                .params(Timestamp.from(opens), decision.community().value(), decision.number())
                .update();
    }

    /** Decisions whose window is over, the longest over first; by the database's clock too where that one is to agree. */
    List<Subject> over(Instant now, boolean both, int most) {
        return sql.sql("""
                        select community_id, decision_number from open_decision
                        where ends <= :now and (not :both or ends <= clock_timestamp()) order by ends limit :most
                        """)
                .param("now", Timestamp.from(now))
                .param("both", both)
                .param("most", most)
                .query(DECISION)
                .list();
    }

    /** Decisions that end before that moment, and have not been reminded of it. */
    List<Subject> endingBefore(Instant end, int most) {
        return sql.sql("""
                        select community_id, decision_number from open_decision
                        where ends <= ? and not reminded order by ends limit ? for update skip locked
                        """).params(Timestamp.from(end), most).query(DECISION).list();
    }

    void reminded(Subject decision) {
        sql.sql("update open_decision set reminded = true where community_id = ? and decision_number = ?")
                .params(decision.community().value(), decision.number())
                .update();
    }

    /** Open decisions that end with the last vote. */
    List<Subject> waitingForAll(int most) {
        return sql.sql("""
                        select p.community_id, p.decision_number from open_decision p
                        join decision d on d.community_id = p.community_id and d.number = p.decision_number
                        where d.ends_when_all_voted order by p.ends limit ?
                        """).param(most).query(DECISION).list();
    }

    void review(Subject decision, Instant due) {
        sql.sql("insert into decision_review values (?, ?, ?)")
                .params(decision.community().value(), decision.number(), Timestamp.from(due))
                .update();
    }

    List<Subject> reviews(Instant now, int most) {
        return sql.sql("select community_id, decision_number from decision_review where due <= ? order by due limit ?")
                .params(Timestamp.from(now), most)
                .query(DECISION)
                .list();
    }

    /** @return false when somebody else has reminded already */
    boolean reviewed(Subject decision) {
        return sql.sql("delete from decision_review where community_id = ? and decision_number = ?")
                        .params(decision.community().value(), decision.number())
                        .update()
                == 1;
    }

    void bar(CommunityId community, String normal, Instant until) {
        sql.sql("""
                        insert into decision_bar values (?, ?, ?)
                        on conflict (community_id, normal) do update set until = excluded.until
                        """).params(community.value(), normal, Timestamp.from(until)).update();
    }

    boolean isBarred(CommunityId community, String normal, Instant now) {
        return sql.sql("select exists (select from decision_bar where community_id = ? and normal = ? and until > ?)")
                .params(community.value(), normal, Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    String normal(Subject decision) {
        return sql.sql("select normal from decision where community_id = ? and number = ?")
                .params(decision.community().value(), decision.number())
                .query(String.class)
                .single();
    }

    void normal(Subject decision, String normal) {
        sql.sql("update decision set normal = ? where community_id = ? and number = ?")
                .params(normal, decision.community().value(), decision.number())
                .update();
    }

    private static long community(Decision decision) {
        return decision.subject().community().value();
    }
}
