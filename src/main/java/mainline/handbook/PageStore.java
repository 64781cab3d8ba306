package mainline.handbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pages of a handbook as rows, written in the transaction that changes them, so that lists need no git. */
@Repository
class PageStore {
    private final JdbcClient sql;

    PageStore(JdbcClient sql) {
        this.sql = sql;
    }

    void begin(CommunityId community, Instant since) {
        sql.sql("insert into handbook (community_id, since) values (?, ?)")
                .params(community.value(), Timestamp.from(since))
                .update();
    }

    /** Held until the transaction ends: whoever else wants to change the handbook or its stewards waits. */
    void lock(CommunityId community) {
        sql.sql("select community_id from handbook where community_id = ? for update")
                .param(community.value())
                .query(Long.class)
                .single();
    }

    void put(HandbookPage page, PageReading reading, String sorting) {
        Subject change = page.change();
        PersonId by = page.by();
        sql.sql("""
                        insert into handbook_page (community_id, path, title, change_number, person_id, author, at,
                            summary, place, hidden, sorting, reading, anchors, called, titled)
                        values (:community, :path, :title, :change, :person, :author, :at,
                            :summary, :place, :hidden, :sorting, :reading, :anchors, :called, :titled)
                        on conflict (community_id, path) do update
                        set title = excluded.title, change_number = excluded.change_number,
                            person_id = excluded.person_id, author = excluded.author, at = excluded.at,
                            summary = excluded.summary, place = excluded.place, hidden = excluded.hidden,
                            sorting = excluded.sorting, reading = excluded.reading,
                            anchors = excluded.anchors, called = excluded.called, titled = excluded.titled
                        """)
                .param("community", page.community().value())
                .param("path", page.path())
                .param("title", page.title())
                .param("change", change == null ? null : change.number())
                .param("person", by == null ? null : by.value())
                .param("author", page.author())
                .param("at", Timestamp.from(page.at()))
                .param("summary", reading.summary())
                .param("place", reading.place())
                .param("hidden", reading.hidden())
                .param("sorting", sorting)
                .param("reading", PageReading.WAY)
                .param("anchors", reading.anchors().toArray(String[]::new))
                .param("called", WikiLinks.called(page.path()))
                .param("titled", WikiLinks.titled(page.title()))
                .update();
    }

    /** What contents know of a page. */
    record Shelved(String path, String title, @Nullable Double place, boolean hidden) {}

    Optional<Shelved> shelved(CommunityId community, String path) {
        return sql.sql("select path, title, place, hidden from handbook_page where community_id = ? and path = ?")
                .params(community.value(), path)
                .query(PageStore::shelved)
                .optional();
    }

    /** All pages in that folder and below. */
    List<Shelved> shelvedWithin(CommunityId community, String folder) {
        return sql.sql("""
                        select path, title, place, hidden from handbook_page
                        where community_id = ? and path >= ? and starts_with(path, ?)
                        """)
                .params(community.value(), folder + "/", folder + "/")
                .query(PageStore::shelved)
                .list();
    }

    /** The page that stands for a folder. */
    Optional<Shelved> front(CommunityId community, String folder) {
        return sql.sql("""
                        select path, title, place, hidden from handbook_page
                        where community_id = :community and path = any(:names)
                        order by array_position(array['r', 'i', 'h'], lower(left(regexp_replace(path, '^.*/', ''), 1))), path
                        limit 1
                        """)
                .param("community", community.value())
                .param("names", PagePaths.fronts(folder).toArray(String[]::new))
                .query(PageStore::shelved)
                .optional();
    }

    /** Pages that an earlier way of reading has read, of one community. */
    List<HandbookPage> readBefore(int way, int most) {
        return sql.sql("""
                        select * from handbook_page where reading < ? and community_id = (
                            select community_id from handbook_page where reading < ? order by reading, community_id limit 1)
                        limit ?
                        """)
                .params(way, way, most)
                .query((row, n) -> page(Rows.community(row), row))
                .list();
    }

    private static Shelved shelved(ResultSet row, int n) throws SQLException {
        double place = row.getDouble("place");
        boolean without = row.wasNull();
        return new Shelved(
                row.getString("path"), row.getString("title"), without ? null : place, row.getBoolean("hidden"));
    }

    void remove(CommunityId community, String path) {
        sql.sql("delete from handbook_page where community_id = ? and path = ?")
                .params(community.value(), path)
                .update();
    }

    void removeAll(CommunityId community) {
        sql.sql("delete from handbook_page where community_id = ?")
                .param(community.value())
                .update();
    }

    Optional<HandbookPage> find(CommunityId community, String path) {
        return sql.sql("select * from handbook_page where community_id = ? and path = ?")
                .params(community.value(), path)
                .query((row, n) -> page(community, row))
                .optional();
    }

    /** The page of that name whose letters another computer has put together in its own way. */
    Optional<HandbookPage> alike(CommunityId community, String path) {
        return all(community, PagePaths.forms(path)).stream().findFirst();
    }

    /** The paths of pages of that name, or of that title where none is named so, in whichever folder they lie. */
    List<String> called(CommunityId community, String name) {
        return sql.sql("""
                        select path from handbook_page
                        where community_id = :community and (called = :name or (titled = :name and not exists (
                            select from handbook_page where community_id = :community and called = :name)))
                        order by length(path), path limit 100
                        """)
                .param("community", community.value())
                .param("name", name)
                .query(String.class)
                .list();
    }

    List<HandbookPage> all(CommunityId community, Collection<String> paths) {
        return sql.sql("select * from handbook_page where community_id = ? and path = any(?)")
                .params(community.value(), paths.toArray(String[]::new))
                .query((row, n) -> page(community, row))
                .list();
    }

    /** By path, after that one, inside that folder. */
    List<HandbookPage> within(CommunityId community, String folder, String after, int most) {
        String start = folder.isEmpty() ? "" : folder + "/";
        return sql.sql("""
                        select * from handbook_page
                        where community_id = ? and path >= ? and path > ? and starts_with(path, ?)
                        order by path limit ?
                        """)
                .params(community.value(), start, after, start, most)
                .query((row, n) -> page(community, row))
                .list();
    }

    /** In the order of the book; what contents leave out is left out. */
    List<HandbookPage> inOrder(CommunityId community, String key, int most) {
        String end =
                key.isEmpty() ? "" : key.substring(0, key.length() - 1) + (char) (key.charAt(key.length() - 1) + 1);
        return sql.sql("""
                        select * from handbook_page
                        where community_id = :community and not hidden and sorting >= :key
                            and (:end = '' or sorting < :end)
                        order by sorting, path limit :most
                        """)
                .param("community", community.value())
                .param("key", key)
                .param("end", end)
                .param("most", most)
                .query((row, n) -> page(community, row))
                .list();
    }

    /** The newest first; what contents leave out is left out. */
    List<HandbookPage> changedLast(CommunityId community, int most) {
        return sql.sql("""
                        select * from handbook_page where community_id = ? and not hidden
                        order by at desc, path limit ?
                        """)
                .params(community.value(), most)
                .query((row, n) -> page(community, row))
                .list();
    }

    long count(CommunityId community) {
        return sql.sql("select count(*) from handbook_page where community_id = ?")
                .param(community.value())
                .query(Long.class)
                .single();
    }

    private static HandbookPage page(CommunityId community, ResultSet row) throws SQLException {
        long change = row.getLong("change_number");
        boolean without = row.wasNull();
        long person = row.getLong("person_id");
        boolean anonymous = row.wasNull();
        return new HandbookPage(
                community,
                row.getString("path"),
                row.getString("title"),
                without ? null : new Subject(community, Subject.Kind.CHANGE, change),
                anonymous ? null : new PersonId(person),
                row.getString("author"),
                Rows.instant(row, "at"));
    }
}
