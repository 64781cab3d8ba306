package mainline.handbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Folders as rows, and where pages stand in the book. */
@Repository
class ShelfStore {
    /** Pages of a folder and then the folders in it, in the order of the book. */
    private static final String SHELF = """
            select * from (
                (select sorting, path, title, summary, 0 as pages, at from handbook_page
                    where community_id = :community and not hidden and sorting >= :key and sorting < :key || '2'
                        and (sorting, path) > (:afterKey, :after) and path <> :front order by sorting, path limit :most)
                union all
                (select sorting, path, title, '', shown, null from handbook_folder
                    where community_id = :community and parent = :folder and shown > 0
                        and (sorting, path) > (:afterKey, :after) order by sorting, path limit :most)
            ) item order by sorting, path limit :most
            """;

    private final JdbcClient sql;

    ShelfStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The places that these folders name; those that name none are missing. */
    Map<String, Double> places(CommunityId community, Collection<String> folders) {
        Map<String, Double> places = new HashMap<>();
        if (folders.isEmpty()) return places;
        sql.sql(
                        "select path, place from handbook_folder where community_id = ? and path = any(?) and place is not null")
                .params(community.value(), folders.toArray(String[]::new))
                .query(row -> {
                    places.put(row.getString("path"), row.getDouble("place"));
                });
        return places;
    }

    /** The titles of these folders by path; those without a front page are missing. */
    Map<String, String> titles(CommunityId community, Collection<String> folders) {
        Map<String, String> titles = new HashMap<>();
        if (folders.isEmpty()) return titles;
        sql.sql("select path, title from handbook_folder where community_id = ? and path = any(?) and title <> ''")
                .params(community.value(), folders.toArray(String[]::new))
                .query(row -> {
                    titles.put(row.getString("path"), row.getString("title"));
                });
        return titles;
    }

    /**
     * Counts pages into a folder and those above; a folder without any goes.
     *
     * @param pages more or fewer of all
     * @param shown more or fewer that contents show
     */
    void count(CommunityId community, String folder, long pages, long shown) {
        String[] above = BookOrder.above(folder).toArray(String[]::new);
        if (above.length == 0 || (pages == 0 && shown == 0)) return;
        sql.sql("""
                        insert into handbook_folder (community_id, path, parent, pages, shown)
                        select :community, path,
                            case when strpos(path, '/') > 0 then regexp_replace(path, '/[^/]*$', '') else '' end,
                            :pages, :shown
                        from unnest(:above::text[]) as path
                        on conflict (community_id, path) do update
                        set pages = handbook_folder.pages + excluded.pages, shown = handbook_folder.shown + excluded.shown
                        """)
                .param("community", community.value())
                .param("above", above)
                .param("pages", pages)
                .param("shown", shown)
                .update();
        if (pages < 0)
            sql.sql("delete from handbook_folder where community_id = ? and path = any(?) and pages <= 0")
                    .params(community.value(), above)
                    .update();
    }

    void removeAll(CommunityId community) {
        sql.sql("delete from handbook_folder where community_id = ?")
                .param(community.value())
                .update();
    }

    /** Names a folder after its front page and puts it in its place. */
    void name(CommunityId community, String folder, String title, @Nullable Double place, String sorting) {
        sql.sql("""
                        update handbook_folder set title = :title, place = :place, sorting = :sorting
                        where community_id = :community and path = :path
                        """)
                .param("title", title)
                .param("place", place)
                .param("sorting", sorting)
                .param("community", community.value())
                .param("path", folder)
                .update();
    }

    void sort(CommunityId community, String folder, String sorting) {
        sql.sql("update handbook_folder set sorting = ? where community_id = ? and path = ?")
                .params(sorting, community.value(), folder)
                .update();
    }

    void sortPage(CommunityId community, String path, String sorting) {
        sql.sql("update handbook_page set sorting = ? where community_id = ? and path = ?")
                .params(sorting, community.value(), path)
                .update();
    }

    /** The folders in a folder and below. */
    List<String> within(CommunityId community, String folder) {
        return sql.sql("select path from handbook_folder where community_id = ? and starts_with(path, ?) order by path")
                .params(community.value(), folder.isEmpty() ? "" : folder + "/")
                .query(String.class)
                .list();
    }

    /** How many pages contents show in that folder and below; nothing when there is no such folder. */
    Optional<Long> shown(CommunityId community, String folder) {
        return sql.sql("select shown from handbook_folder where community_id = ? and path = ?")
                .params(community.value(), folder)
                .query(Long.class)
                .optional();
    }

    /** What the keys of pages in that folder begin with. */
    String key(CommunityId community, String folder) {
        if (folder.isEmpty()) return "";
        return sql.sql("select sorting from handbook_folder where community_id = ? and path = ?")
                .params(community.value(), folder)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /**
     * One item of a folder's contents.
     *
     * @param pages how many pages it has if it is a folder; 0 for a page
     */
    record Item(String path, String title, String summary, long pages, java.time.@Nullable Instant at) {
        boolean isFolder() {
            return pages > 0;
        }

        String address() {
            return isFolder() ? PagePaths.folderAddress(path) : PagePaths.address(path);
        }
    }

    /**
     * @param front the page that is not listed, since it stands above; empty for none
     * @param after the path to go on after, empty for the start
     */
    List<Item> shelf(CommunityId community, String folder, String front, String after, int most) {
        return sql.sql(SHELF)
                .param("community", community.value())
                .param("key", key(community, folder))
                .param("folder", folder)
                .param("front", front)
                .param("afterKey", after.isEmpty() ? "" : sorting(community, after))
                .param("after", after)
                .param("most", most)
                .query((row, n) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "at");
        return new Item(
                row.getString("path"),
                row.getString("title"),
                row.getString("summary"),
                row.getLong("pages"),
                at == null ? null : at);
    }

    private String sorting(CommunityId community, String path) {
        return sql.sql("""
                        select sorting from handbook_page where community_id = :community and path = :path
                        union all select sorting from handbook_folder where community_id = :community and path = :path
                        limit 1
                        """)
                .param("community", community.value())
                .param("path", path)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** A page as others point to it. */
    record Near(String path, String title) {
        String address() {
            return PagePaths.address(path);
        }
    }

    /** The page after that one in the book; before it when {@code back}. Nothing for a page that contents leave out. */
    Optional<Near> near(CommunityId community, String path, boolean back) {
        return sql.sql("""
                        select n.path, n.title from handbook_page p cross join lateral (
                            select path, title from handbook_page
                            where community_id = p.community_id and not hidden and (sorting, path) %s (p.sorting, p.path)
                            order by sorting %s, path %s limit 1) n
                        where p.community_id = ? and p.path = ? and not p.hidden
                        """.formatted(back ? "<" : ">", back ? "desc" : "asc", back ? "desc" : "asc"))
                .params(community.value(), path)
                .query((row, n) -> new Near(row.getString("path"), row.getString("title")))
                .optional();
    }
}
