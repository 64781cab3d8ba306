package mainline.handbook;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the last good {@code STEWARDS.yml} says, as rows. */
@Repository
class AreaStore {
    private final JdbcClient sql;

    AreaStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The file that counts; text and commit are null as long as there was none. */
    record Counting(@Nullable String commit, @Nullable String text, Roster.@Nullable Broken broken) {}

    record AreaRow(String path, String name, AreaRules rules) {}

    /**
     * Somebody the file names.
     *
     * @param person null for a handle nobody has
     */
    record Holder(
            String area,
            String handle,
            boolean emeritus,
            @Nullable PersonId person,
            boolean member,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            Instant since,
            @Nullable PersonId appointedBy) {}

    void begin(CommunityId community) {
        sql.sql("insert into roster (community_id) values (?)")
                .param(community.value())
                .update();
    }

    Optional<Counting> counting(CommunityId community) {
        return sql.sql("select * from roster where community_id = ?")
                .param(community.value())
                .query((row, n) -> counting(row))
                .optional();
    }

    private static Roster.@Nullable Broken broken(ResultSet row) throws SQLException {
        String key = row.getString("broken_key");
        if (key == null) return null;
        Object[] gaps = (Object[]) row.getArray("broken_gaps").getArray();
        return new Roster.Broken(row.getInt("broken_line"), Flaw.CODES.read(key), List.of(gaps));
    }

    /** Everything that counts, as it was at one moment; without the file's text. */
    record Snapshot(Counting counting, List<AreaRow> areas, List<Holder> holders) {}

    /** Areas in the order of the file, and within them people. */
    Snapshot snapshot(CommunityId community) {
        List<Counting> counting = new ArrayList<>();
        Map<Integer, AreaRow> areas = new LinkedHashMap<>();
        List<Holder> holders = new ArrayList<>();
        sql.sql("""
                        select r.commit_id, null::text as text, r.broken_line, r.broken_key, r.broken_gaps, a.n place, a.path,
                            a.name, a.approvals, a.endorsements, a.cooling_seconds, a.files, a.largest, s.*
                        from roster r
                        left join area a on a.community_id = r.community_id
                        left join area_steward s on s.community_id = a.community_id and s.area = a.path
                        where r.community_id = ? order by a.n, s.n
                        """).param(community.value()).query(row -> {
            if (counting.isEmpty()) counting.add(counting(row));
            if (row.getString("path") != null && !areas.containsKey(row.getInt("place")))
                areas.put(row.getInt("place"), area(row));
            if (row.getString("handle") != null) holders.add(holder(row));
        });
        return new Snapshot(
                counting.isEmpty() ? new Counting(null, null, null) : counting.getFirst(),
                List.copyOf(areas.values()),
                holders);
    }

    private static Counting counting(ResultSet row) throws SQLException {
        return new Counting(row.getString("commit_id"), row.getString("text"), broken(row));
    }

    private static AreaRow area(ResultSet row) throws SQLException {
        return new AreaRow(row.getString("path"), row.getString("name"), rules(row));
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                row.getString("area"),
                row.getString("handle"),
                row.getBoolean("emeritus"),
                Rows.personOrNull(row, "person_id"),
                row.getBoolean("member"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Rows.instant(row, "since"),
                Rows.personOrNull(row, "appointed_by"));
    }

    /** In the order of the file. */
    List<AreaRow> areas(CommunityId community) {
        return sql.sql("select * from area where community_id = ? order by n")
                .param(community.value())
                .query((row, n) -> area(row))
                .list();
    }

    private static AreaRules rules(ResultSet row) throws SQLException {
        Long cooling = row.getObject("cooling_seconds", Long.class);
        java.sql.Array files = row.getArray("files");
        return new AreaRules(
                row.getObject("approvals", Integer.class),
                row.getObject("endorsements", Integer.class),
                cooling == null ? null : Duration.ofSeconds(cooling),
                files == null ? null : List.of((String[]) files.getArray()),
                row.getObject("largest", Long.class));
    }

    /** By area, in the order of the file. */
    List<Holder> holders(CommunityId community) {
        return sql.sql("select * from area_steward where community_id = ? order by area, n")
                .param(community.value())
                .query((row, n) -> holder(row))
                .list();
    }

    List<CommunityId> endingBy(LocalDate day) {
        return sql.sql("""
                        select distinct community_id from area_steward
                        where not emeritus and last_day is not null and last_day <= ? order by community_id
                        """)
                .param(Date.valueOf(day))
                .query((row, n) -> new CommunityId(row.getLong(1)))
                .list();
    }

    /** The present file counts from now on; null for what counts without one. */
    void count(CommunityId community, @Nullable String commit, @Nullable String text) {
        sql.sql("""
                        update roster set commit_id = :commit, text = :text, broken_line = null, broken_key = null,
                            broken_gaps = null
                        where community_id = :community
                        """)
                .param("commit", commit)
                .param("text", text)
                .param("community", community.value())
                .update();
    }

    /** The present file does not count. */
    void leave(CommunityId community, Roster.Broken broken) {
        sql.sql("update roster set broken_line = ?, broken_key = ?, broken_gaps = ? where community_id = ?")
                .params(
                        broken.line(),
                        Flaw.CODES.of(broken.flaw()),
                        broken.gaps().stream().map(String::valueOf).toArray(String[]::new),
                        community.value())
                .update();
    }

    void replace(CommunityId community, List<AreaRow> areas, List<Holder> holders) {
        sql.sql("delete from area where community_id = ?")
                .param(community.value())
                .update();
        sql.sql("delete from area_steward where community_id = ?")
                .param(community.value())
                .update();
        for (int n = 0; n < areas.size(); n++) add(community, n, areas.get(n));
        for (int n = 0; n < holders.size(); n++) add(community, n, holders.get(n));
    }

    private void add(CommunityId community, int n, AreaRow area) {
        AreaRules rules = area.rules();
        Duration cooling = rules.cooling();
        List<String> files = rules.files();
        sql.sql("""
                        insert into area (community_id, n, path, name, approvals, endorsements, cooling_seconds, files, largest)
                        values (:community, :n, :path, :name, :approvals, :endorsements, :cooling, :files, :largest)
                        """)
                .param("community", community.value())
                .param("n", n)
                .param("path", area.path())
                .param("name", area.name())
                .param("approvals", rules.approvals())
                .param("endorsements", rules.endorsements())
                .param("cooling", cooling == null ? null : cooling.toSeconds())
                .param("files", files == null ? null : files.toArray(String[]::new))
                .param("largest", rules.largest())
                .update();
    }

    private void add(CommunityId community, int n, Holder holder) {
        PersonId person = holder.person();
        PersonId by = holder.appointedBy();
        sql.sql("""
                        insert into area_steward (community_id, area, handle, emeritus, n, person_id, member, first_day,
                            last_day, since, appointed_by)
                        values (:community, :area, :handle, :emeritus, :n, :person, :member, :first, :last, :since, :by)
                        """)
                .param("community", community.value())
                .param("area", holder.area())
                .param("handle", holder.handle())
                .param("emeritus", holder.emeritus())
                .param("n", n)
                .param("person", person == null ? null : person.value())
                .param("member", holder.member())
                .param("first", holder.first() == null ? null : Date.valueOf(holder.first()))
                .param("last", holder.last() == null ? null : Date.valueOf(holder.last()))
                .param("since", Timestamp.from(holder.since()))
                .param("by", by == null ? null : by.value())
                .update();
    }

    /** Keeps in step with who joins and leaves. */
    void member(CommunityId community, String handle, PersonId person, boolean member) {
        sql.sql("update area_steward set person_id = ?, member = ? where community_id = ? and handle = ?")
                .params(person.value(), member, community.value(), handle)
                .update();
    }
}
