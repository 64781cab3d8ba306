package mainline.notices;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FollowStore {
    private static final int MOST_KNOWN = 20_000;
    private static final String FOLLOWING = "following";

    private final JdbcClient sql;
    private final Memory memory;
    private final Kept<Follower, Optional<Level>> levels;

    FollowStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.memory = memory;
        this.levels = memory.keep(MOST_KNOWN, Follower::community, FOLLOWING);
    }

    /** Leaves as it is what the person has chosen or follows already. */
    void byItself(PersonId person, CommunityId community, String what, Instant at) {
        int fresh = sql.sql("insert into follow values (?, ?, ?, 'all', false, ?) on conflict do nothing")
                .params(community.value(), what, person.value(), Timestamp.from(at))
                .update();
        if (fresh > 0) memory.old(community, FOLLOWING);
    }

    void choose(PersonId person, CommunityId community, String what, Level level, Instant at) {
        memory.old(community, FOLLOWING);
        sql.sql("""
                        insert into follow values (?, ?, ?, ?, true, ?)
                        on conflict (community_id, what, person_id)
                        do update set level = excluded.level, chosen = true, since = excluded.since
                        """)
                .params(community.value(), what, person.value(), level.code(), Timestamp.from(at))
                .update();
    }

    private record Follower(PersonId person, CommunityId community, List<String> whats) {}

    /** The nearest of these, which are in that order, for which the person has a level. */
    Optional<Level> level(PersonId person, CommunityId community, List<String> whats) {
        return levels.get(
                new Follower(person, community, List.copyOf(whats)),
                each -> read(each.person(), each.community(), each.whats()));
    }

    private Optional<Level> read(PersonId person, CommunityId community, List<String> whats) {
        return sql.sql("""
                        select f.level from unnest(?::text[]) with ordinality as w (what, place)
                        join follow f on f.community_id = ? and f.what = w.what and f.person_id = ?
                        order by w.place limit 1
                        """)
                .params(whats.toArray(String[]::new), community.value(), person.value())
                .query((row, n) -> Level.of(row.getString(1)).orElseThrow())
                .optional();
    }

    /** Those of a certain level by the nearest of these things, in the order of their numbers. */
    List<PersonId> at(Level level, CommunityId community, List<String> whats, long after, int most) {
        return sql.sql("""
                        select person_id from (
                            select distinct on (f.person_id) f.person_id, f.level
                            from unnest(:whats::text[]) with ordinality as w (what, place)
                            join follow f on f.community_id = :community and f.what = w.what and f.person_id > :after
                            order by f.person_id, w.place) as nearest
                        where level = :level order by person_id limit :most
                        """)
                .param("whats", whats.toArray(String[]::new))
                .param("community", community.value())
                .param("after", after)
                .param("level", level.code())
                .param("most", most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** Which of these people, by the nearest of these things, want to hear nothing of it. */
    List<Long> deaf(List<PersonId> people, CommunityId community, List<String> whats) {
        return sql.sql("""
                        select person_id from (
                            select distinct on (f.person_id) f.person_id, f.level
                            from unnest(:whats::text[]) with ordinality as w (what, place)
                            join follow f on f.community_id = :community and f.what = w.what
                                and f.person_id = any(:people)
                            order by f.person_id, w.place) as nearest
                        where level = 'nothing'
                        """)
                .param("whats", whats.toArray(String[]::new))
                .param("community", community.value())
                .param("people", Rows.ids(people))
                .query(Long.class)
                .list();
    }

    /** The newest first, before that moment. */
    List<Followed> of(PersonId person, CommunityId community, Instant before, int most) {
        return sql.sql("""
                        select what, level, since from follow where person_id = ? and community_id = ? and since < ?
                        order by since desc, what limit ?
                        """)
                .params(person.value(), community.value(), Timestamp.from(before), most)
                .query((row, n) -> new Followed(
                        community,
                        row.getString("what"),
                        Level.of(row.getString("level")).orElseThrow(),
                        Rows.instant(row, "since")))
                .list();
    }
}
