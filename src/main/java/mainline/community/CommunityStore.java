package mainline.community;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommunityStore {
    private static final RowMapper<Community> COMMUNITY = (row, n) -> new Community(
            new CommunityId(row.getLong("id")),
            row.getString("slug"),
            row.getString("name"),
            row.getString("tagline"),
            Visibility.valueOf(row.getString("visibility")),
            ZoneId.of(row.getString("zone")),
            Locale.forLanguageTag(row.getString("language")),
            Rows.instant(row, "since"));

    private final JdbcClient sql;

    CommunityStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Community> bySlug(String slug) {
        return sql.sql("select * from community where slug = ?")
                .param(slug)
                .query(COMMUNITY)
                .optional();
    }

    Optional<Community> find(CommunityId id) {
        return sql.sql("select * from community where id = ?")
                .param(id.value())
                .query(COMMUNITY)
                .optional();
    }

    /** The community of this address, if this person may know of it; 0 for nobody. One statement, whatever there is. */
    Optional<Community> seen(String slug, long person) {
        return sql.sql("""
                        select c.* from community c where c.slug = :slug and (c.visibility = 'EVERYBODY' or exists (
                            select from membership m where m.community_id = c.id and m.person_id = :person))
                        """)
                .param("slug", slug)
                .param("person", person)
                .query(COMMUNITY)
                .optional();
    }

    /** The community that has or had this address, likewise. */
    Optional<Community> formerlySeen(String slug, long person) {
        return sql.sql("""
                        select c.* from community_address a join community c on c.id = a.community_id
                        where a.slug = :slug and (c.visibility = 'EVERYBODY' or exists (
                            select from membership m where m.community_id = c.id and m.person_id = :person))
                        """)
                .param("slug", slug)
                .param("person", person)
                .query(COMMUNITY)
                .optional();
    }

    /** What everybody may see, and what this person belongs to; 0 for nobody. */
    List<Community> seen(long person, int most) {
        return sql.sql("""
                        select * from community c where c.visibility = 'EVERYBODY'
                            or c.id in (select community_id from membership where person_id = ?)
                        order by c.name, c.id limit ?
                        """).params(person, most).query(COMMUNITY).list();
    }

    List<Community> first(int most) {
        return sql.sql("select * from community order by name, id limit ?")
                .param(most)
                .query(COMMUNITY)
                .list();
    }

    List<Community> of(PersonId person) {
        return sql.sql("""
                        select c.* from community c join membership m on m.community_id = c.id
                        where m.person_id = ? order by c.name limit 100
                        """).param(person.value()).query(COMMUNITY).list();
    }

    /** @return nothing when the slug is taken */
    Optional<Community> add(
            String slug, String name, Visibility visibility, ZoneId zone, Locale language, Instant since) {
        return sql.sql("""
                        insert into community (slug, name, visibility, zone, language, since)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (slug) do nothing returning *
                        """)
                .params(slug, name, visibility.name(), zone.getId(), language.toLanguageTag(), Timestamp.from(since))
                .query(COMMUNITY)
                .optional();
    }

    /** @return false when another community has or had that address */
    boolean reserve(String slug, CommunityId community) {
        return sql.sql("""
                        insert into community_address (slug, community_id) values (?, ?)
                        on conflict (slug) do update set slug = excluded.slug
                        where community_address.community_id = excluded.community_id
                        """).params(slug, community.value()).update() == 1;
    }

    void rename(CommunityId community, String slug, String name, String tagline) {
        sql.sql("update community set slug = ?, name = ?, tagline = ? where id = ?")
                .params(slug, name, tagline, community.value())
                .update();
    }

    void speak(CommunityId community, Locale language) {
        sql.sql("update community set language = ? where id = ?")
                .params(language.toLanguageTag(), community.value())
                .update();
    }

    void show(CommunityId community, Visibility visibility, @Nullable PersonId by, Instant at) {
        sql.sql("update community set visibility = ? where id = ?")
                .params(visibility.name(), community.value())
                .update();
        note(community, visibility, by, at);
    }

    void note(CommunityId community, Visibility visibility, @Nullable PersonId by, Instant at) {
        sql.sql("""
                        insert into community_visibility (community_id, n, visibility, person_id, at)
                        select :community, coalesce(max(n), 0) + 1, :visibility, :by, :at
                        from community_visibility where community_id = :community
                        """)
                .param("community", community.value())
                .param("visibility", visibility.name())
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean isMember(CommunityId community, PersonId person) {
        return sql.sql("select exists (select from membership where community_id = ? and person_id = ?)")
                .params(community.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    /** Those of these people who belong to it. */
    List<PersonId> members(CommunityId community, List<PersonId> people) {
        return sql.sql(
                        "select person_id from membership where community_id = ? and person_id = any(?) order by person_id")
                .params(community.value(), Rows.ids(people))
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** Those who joined after that, the newest first. */
    List<PersonId> joinedAfter(CommunityId community, Instant after, int most) {
        return sql.sql("""
                        select person_id from membership where community_id = ? and since > ?
                        order by since desc limit ?
                        """)
                .params(community.value(), Timestamp.from(after), most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    Optional<Instant> memberSince(CommunityId community, PersonId person) {
        return sql.sql("select since from membership where community_id = ? and person_id = ?")
                .params(community.value(), person.value())
                .query((row, n) -> Rows.instant(row, "since"))
                .optional();
    }

    boolean join(CommunityId community, PersonId person, Instant since) {
        return sql.sql(
                                "insert into membership (community_id, person_id, since) values (?, ?, ?) on conflict do nothing")
                        .params(community.value(), person.value(), Timestamp.from(since))
                        .update()
                == 1;
    }

    boolean leave(CommunityId community, PersonId person) {
        return sql.sql("delete from membership where community_id = ? and person_id = ?")
                        .params(community.value(), person.value())
                        .update()
                == 1;
    }

    /** Members in the order of joining, after the given person. */
    List<PersonId> members(CommunityId community, long after, int most) {
        return sql.sql("""
                        select person_id from membership where community_id = ? and person_id > ?
                        order by person_id limit ?
                        """)
                .params(community.value(), after, most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    List<PersonId> membersBy(CommunityId community, Instant latest) {
        return sql.sql("select person_id from membership where community_id = ? and since <= ? order by person_id")
                .params(community.value(), Timestamp.from(latest))
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }
}
