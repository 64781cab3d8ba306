package mainline.review;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked, who owes a word, who is away. */
@Repository
class AskStore {
    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, Optional<Instant>> settledSince;
    private final Kept<Subject, List<Ask>> known;

    AskStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.settledSince = memory.ofThings(MOST_KNOWN);
        this.known = memory.ofThings(MOST_KNOWN);
    }

    /** In the order they were asked. */
    List<Ask> of(Subject change) {
        return known.get(change, this::readOf);
    }

    private List<Ask> readOf(Subject change) {
        return sql.sql("select * from change_ask where community_id = ? and number = ? order by at, person_id")
                .params(change.community().value(), change.number())
                .query((row, n) -> {
                    long by = row.getLong("asked_by");
                    boolean itself = row.wasNull();
                    Instant passed = Rows.instantOrNull(row, "passed_on");
                    return new Ask(
                            Rows.person(row, "person_id"),
                            itself ? null : new PersonId(by),
                            Ask.Why.valueOf(row.getString("why")),
                            row.getInt("lines"),
                            Rows.instant(row, "at"),
                            passed == null ? null : passed);
                })
                .list();
    }

    /** Asks, or asks again whoever passed it on. */
    void put(Subject change, Ask ask) {
        PersonId by = ask.by();
        sql.sql("""
                        insert into change_ask (community_id, number, person_id, asked_by, why, lines, at)
                        values (:community, :number, :person, :by, :why, :lines, :at)
                        on conflict (community_id, number, person_id) do update
                            set asked_by = excluded.asked_by, why = excluded.why, at = excluded.at, passed_on = null
                        """)
                .param("community", change.community().value())
                .param("number", change.number())
                .param("person", ask.person().value())
                .param("by", by == null ? null : by.value())
                .param("why", ask.why().name())
                .param("lines", ask.lines())
                .param("at", Timestamp.from(ask.at()))
                .update();
    }

    boolean passOn(Subject change, PersonId person, Instant at) {
        return sql.sql("""
                        update change_ask set passed_on = ?
                        where community_id = ? and number = ? and person_id = ? and passed_on is null
                        """)
                        .params(Timestamp.from(at), change.community().value(), change.number(), person.value())
                        .update()
                == 1;
    }

    /** Since when the change says what its newest version says. */
    Optional<Instant> settledSince(Subject change) {
        return settledSince.get(change, this::readSettledSince);
    }

    private Optional<Instant> readSettledSince(Subject change) {
        return sql.sql("""
                        select min(v.at) from change_version v
                        join change c using (community_id, number)
                        join change_version newest on newest.community_id = c.community_id and newest.number = c.number
                            and newest.version = c.version
                        where v.community_id = ? and v.number = ?
                            and (v.version = newest.version or v.content = newest.content)
                        """)
                .params(change.community().value(), change.number())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Those who owe a word on these changes by then, whoever waits longest first, by the number of the change. */
    Map<Long, List<AwaitedReview>> awaited(CommunityId community, Collection<Long> changes, Instant now) {
        Map<Long, List<AwaitedReview>> all = new HashMap<>();
        sql.sql("""
                        select * from change_awaited where community_id = ? and number = any(?) and since <= ?
                        order by number, since, person_id
                        """)
                .params(community.value(), changes.toArray(Long[]::new), Timestamp.from(now))
                .query(row -> {
                    all.computeIfAbsent(row.getLong("number"), n -> new ArrayList<>())
                            .add(review(row));
                });
        return all;
    }

    /** By its change, what this person owes a word on by then, whatever waits longest first. */
    Map<Long, AwaitedReview> awaited(Member member, Instant now, int most) {
        Map<Long, AwaitedReview> all = new LinkedHashMap<>();
        sql.sql("""
                        select * from change_awaited where community_id = ? and person_id = ? and since <= ?
                        order by since, number limit ?
                        """)
                .params(member.community().value(), member.person().value(), Timestamp.from(now), most)
                .query((RowCallbackHandler) row -> all.put(row.getLong("number"), review(row)));
        return all;
    }

    private static AwaitedReview review(ResultSet row) throws SQLException {
        return new AwaitedReview(
                Rows.person(row, "person_id"),
                AwaitedReview.What.valueOf(row.getString("what")),
                Rows.instant(row, "since"));
    }

    /** A debt that was there already keeps its reminders; one that began anew is reminded of anew. */
    void putAwaited(Subject change, List<AwaitedReview> awaited) {
        sql.sql("delete from change_awaited where community_id = ? and number = ? and not person_id = any(?)")
                .params(
                        change.community().value(),
                        change.number(),
                        awaited.stream().map(one -> one.person().value()).toArray(Long[]::new))
                .update();
        for (AwaitedReview one : awaited) put(change, one);
    }

    private void put(Subject change, AwaitedReview one) {
        sql.sql("""
                        insert into change_awaited (community_id, number, person_id, what, since)
                        values (:community, :number, :person, :what, :since)
                        on conflict (community_id, number, person_id) do update
                            set what = excluded.what, since = excluded.since,
                                reminded = case when change_awaited.since = excluded.since then change_awaited.reminded
                                    else 0 end
                        """)
                .param("community", change.community().value())
                .param("number", change.number())
                .param("person", one.person().value())
                .param("what", one.what().name())
                .param("since", Timestamp.from(one.since()))
                .update();
    }

    /** How many words each of these people owes here on what others wrote or answered. */
    Map<PersonId, Integer> load(CommunityId community, Collection<PersonId> people) {
        Map<PersonId, Integer> all = new HashMap<>();
        sql.sql("""
                        select person_id, count(*) from change_awaited
                        where community_id = ? and person_id = any(?) and what <> 'ENTER' group by person_id
                        """).params(community.value(), Rows.ids(people)).query(row -> {
            all.put(new PersonId(row.getLong(1)), row.getInt(2));
        });
        return all;
    }

    /** Open changes on which nobody owes a word as far as is written down. */
    List<Subject> nobodys(int most) {
        return sql.sql("""
                        select c.community_id, c.number from change c where c.state = 'OPEN' and not exists
                            (select from change_awaited o where o.community_id = c.community_id and o.number = c.number)
                        order by c.community_id, c.number limit ?
                        """)
                .param(most)
                .query((row, n) -> new Subject(new CommunityId(row.getLong(1)), Subject.Kind.CHANGE, row.getLong(2)))
                .list();
    }

    /** A word that is awaited and was not reminded of as often as it should have been. */
    record Due(Subject change, PersonId person) {}

    /**
     * What waits since then is due: for the first reminder, for the second, and what begins by the end of silence at once.
     */
    record Since(Instant first, Instant second, Instant now) {}

    private static final String DUE = """
            reminded < 2 and since <= :now and (since <= :first and (reminded = 0 or since <= :second)
                or what = 'ENTER' and reminded = 0)
            """;

    private JdbcClient.StatementSpec due(String select, Since since) {
        return sql.sql(select.formatted(DUE))
                .param("first", Timestamp.from(since.first()))
                .param("second", Timestamp.from(since.second()))
                .param("now", Timestamp.from(since.now()));
    }

    List<Due> due(Since since, int most) {
        return due(
                        "select community_id, number, person_id from change_awaited where %s order by since limit :most",
                        since)
                .param("most", most)
                .query((row, n) -> new Due(
                        new Subject(new CommunityId(row.getLong(1)), Subject.Kind.CHANGE, row.getLong(2)),
                        new PersonId(row.getLong(3))))
                .list();
    }

    /** The debt, when it is still due. */
    Optional<AwaitedReview> due(Due due, Since since) {
        return due("""
                        select person_id, what, since from change_awaited
                        where community_id = :community and number = :number and person_id = :person and %s
                        """, since)
                .param("community", due.change().community().value())
                .param("number", due.change().number())
                .param("person", due.person().value())
                .query((row, n) -> review(row))
                .optional();
    }

    void reminded(Due due, int times) {
        sql.sql("update change_awaited set reminded = ? where community_id = ? and number = ? and person_id = ?")
                .params(
                        times,
                        due.change().community().value(),
                        due.change().number(),
                        due.person().value())
                .update();
    }

    void away(CommunityId community, PersonId person, LocalDate until) {
        sql.sql("""
                        insert into change_away (community_id, person_id, until) values (?, ?, ?)
                        on conflict (community_id, person_id) do update set until = excluded.until
                        """)
                .params(community.value(), person.value(), Date.valueOf(until))
                .update();
    }

    void back(CommunityId community, PersonId person) {
        sql.sql("delete from change_away where community_id = ? and person_id = ?")
                .params(community.value(), person.value())
                .update();
    }

    /** Those of them who are away on that day, and until when. */
    Map<PersonId, LocalDate> away(CommunityId community, Collection<PersonId> people, LocalDate on) {
        Map<PersonId, LocalDate> all = new HashMap<>();
        sql.sql("select person_id, until from change_away where community_id = ? and person_id = any(?) and until >= ?")
                .params(community.value(), Rows.ids(people), Date.valueOf(on))
                .query(row -> {
                    all.put(new PersonId(row.getLong(1)), row.getDate(2).toLocalDate());
                });
        return all;
    }
}
