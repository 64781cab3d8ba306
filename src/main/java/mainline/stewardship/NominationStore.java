package mainline.stewardship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NominationStore {
    private final JdbcClient sql;

    NominationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when this person is put forward for this area already */
    boolean add(Nomination nomination) {
        return sql.sql("""
                        insert into nomination (community_id, number, state, area, nominee_id, by_id, reason, interest,
                            renewal, at)
                        values (?, ?, 'ASKED', ?, ?, ?, ?, ?, ?, ?)
                        on conflict (community_id, area, nominee_id) where state in ('ASKED', 'DECIDING') do nothing
                        """)
                        .params(
                                nomination.subject().community().value(),
                                nomination.subject().number(),
                                nomination.area(),
                                nomination.nominee().value(),
                                nomination.by().value(),
                                nomination.reason(),
                                nomination.interest(),
                                nomination.renewal(),
                                Timestamp.from(nomination.at()))
                        .update()
                == 1;
    }

    void decide(Subject nomination, Instant accepted, Subject decision, String words) {
        sql.sql("""
                        update nomination set state = 'DECIDING', accepted = ?, decision = ?, words = ?
                        where community_id = ? and number = ?
                        """)
                .params(
                        Timestamp.from(accepted),
                        decision.number(),
                        words,
                        nomination.community().value(),
                        nomination.number())
                .update();
    }

    /** @param change what it made, if it made one */
    void confirm(Subject nomination, Instant at, @Nullable Subject change) {
        sql.sql("""
                        update nomination set state = 'CONFIRMED', ended = :at, change = :change
                        where community_id = :community and number = :number
                        """)
                .param("at", Timestamp.from(at))
                .param("change", change == null ? null : change.number())
                .param("community", nomination.community().value())
                .param("number", nomination.number())
                .update();
    }

    void end(Subject nomination, String state, Instant at, @Nullable String why) {
        sql.sql("""
                        update nomination set state = :state, ended = :at, why = :why
                        where community_id = :community and number = :number
                        """)
                .param("state", state)
                .param("at", Timestamp.from(at))
                .param("why", why)
                .param("community", nomination.community().value())
                .param("number", nomination.number())
                .update();
    }

    void lock(Subject nomination) {
        sql.sql("select number from nomination where community_id = ? and number = ? for update")
                .params(nomination.community().value(), nomination.number())
                .query(Long.class)
                .optional();
    }

    Optional<Nomination> find(Subject nomination) {
        return sql.sql("select * from nomination where community_id = ? and number = ?")
                .params(nomination.community().value(), nomination.number())
                .query((row, n) -> nomination(nomination.community(), row))
                .optional();
    }

    /** Those under decision, the newest first. */
    List<Nomination> deciding(CommunityId community, int most) {
        return sql.sql("""
                        select * from nomination where community_id = ? and state = 'DECIDING' order by number desc limit ?
                        """)
                .params(community.value(), most)
                .query((row, n) -> nomination(community, row))
                .list();
    }

    /** Those of which all may know, where this person declared something, the newest first. */
    List<Nomination> withInterest(CommunityId community, PersonId by, int most) {
        return sql.sql("""
                        select * from nomination
                        where community_id = ? and by_id = ? and interest <> '' and decision is not null
                        order by number desc limit ?
                        """)
                .params(community.value(), by.value(), most)
                .query((row, n) -> nomination(community, row))
                .list();
    }

    /** Open ones by this person or for them, the newest first. */
    List<Nomination> concerning(CommunityId community, PersonId person, int most) {
        return sql.sql("""
                        select * from nomination where community_id = :community and state in ('ASKED', 'DECIDING')
                            and (nominee_id = :person or by_id = :person)
                        order by number desc limit :most
                        """)
                .param("community", community.value())
                .param("person", person.value())
                .param("most", most)
                .query((row, n) -> nomination(community, row))
                .list();
    }

    /** By area and person, the last nomination that was confirmed. */
    Map<String, Nomination> lastConfirmed(CommunityId community) {
        Map<String, Nomination> last = new HashMap<>();
        sql.sql("""
                        select distinct on (area, nominee_id) * from nomination
                        where community_id = ? and state = 'CONFIRMED' order by area, nominee_id, number desc limit 2000
                        """)
                .param(community.value())
                .query((row, n) -> nomination(community, row))
                .list()
                .forEach(nomination -> last.put(key(nomination.area(), nomination.nominee()), nomination));
        return last;
    }

    static String key(String area, PersonId person) {
        return area + "\n" + person.value();
    }

    boolean isOpen(CommunityId community, String area, PersonId nominee) {
        return sql.sql("""
                        select exists (select from nomination where community_id = ? and area = ? and nominee_id = ?
                            and state in ('ASKED', 'DECIDING'))
                        """)
                .params(community.value(), area, nominee.value())
                .query(Boolean.class)
                .single();
    }

    boolean wasTurnedDown(CommunityId community, String area, PersonId nominee, Instant since) {
        return sql.sql("""
                        select exists (select from nomination where community_id = ? and area = ? and nominee_id = ?
                            and state = 'TURNED_DOWN' and ended > ?)
                        """)
                .params(community.value(), area, nominee.value(), Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    void agree(Subject nomination, PersonId person, Instant at) {
        sql.sql("""
                        insert into nomination_agreement (community_id, number, person_id, at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(nomination.community().value(), nomination.number(), person.value(), Timestamp.from(at))
                .update();
    }

    Set<PersonId> agreed(Subject nomination) {
        return new LinkedHashSet<>(sql.sql("""
                        select person_id from nomination_agreement where community_id = ? and number = ?
                        order by at, person_id
                        """)
                .params(nomination.community().value(), nomination.number())
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list());
    }

    private static Nomination nomination(CommunityId community, ResultSet row) throws SQLException {
        return new Nomination(
                new Subject(community, Subject.Kind.NOMINATION, row.getLong("number")),
                row.getString("area"),
                Rows.person(row, "nominee_id"),
                Rows.person(row, "by_id"),
                row.getString("reason"),
                row.getString("interest"),
                row.getString("words"),
                row.getBoolean("renewal"),
                Rows.instant(row, "at"),
                state(community, row));
    }

    private static Nomination.State state(CommunityId community, ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "ASKED" -> new Nomination.Asked();
            case "DECLINED" -> new Nomination.Declined(moment(row, "ended"));
            case "WITHDRAWN" -> new Nomination.Withdrawn(moment(row, "ended"), asked(community, row));
            case "DECIDING" -> new Nomination.Deciding(moment(row, "accepted"), decision(community, row));
            case "CONFIRMED" ->
                new Nomination.Confirmed(moment(row, "ended"), decision(community, row), change(community, row));
            case "TURNED_DOWN" -> new Nomination.TurnedDown(moment(row, "ended"), decision(community, row));
            default -> new Nomination.Lapsed(moment(row, "ended"), asked(community, row), row.getString("why"));
        };
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Rows.instant(row, column);
    }

    static Subject decision(CommunityId community, ResultSet row) throws SQLException {
        return new Subject(community, Subject.Kind.DECISION, row.getLong("decision"));
    }

    private static @Nullable Subject asked(CommunityId community, ResultSet row) throws SQLException {
        row.getLong("decision");
        return row.wasNull() ? null : decision(community, row);
    }

    static @Nullable Subject change(CommunityId community, ResultSet row) throws SQLException {
        long number = row.getLong("change");
        return row.wasNull() ? null : new Subject(community, Subject.Kind.CHANGE, number);
    }
}
