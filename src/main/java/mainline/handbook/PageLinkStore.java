package mainline.handbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import mainline.kernel.CommunityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which page links to what, and whether there is such a thing. */
@Repository
class PageLinkStore {
    private final JdbcClient sql;

    PageLinkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The links of one page, in the place of those it had. Whether the headings are there is looked up by {@link #aim}.
     *
     * @param exists whether there is such a file or folder
     */
    void put(CommunityId community, String path, List<PageLink> links, Predicate<String> exists) {
        remove(community, path);
        if (links.isEmpty()) return;
        sql.sql("""
                        insert into handbook_link (community_id, path, target, anchor, broken)
                        select ?, ?, target, anchor, broken
                        from unnest(?::text[], ?::text[], ?::boolean[]) as link (target, anchor, broken)
                        on conflict do nothing
                        """)
                .params(
                        community.value(),
                        path,
                        links.stream().map(PageLink::target).toArray(String[]::new),
                        links.stream().map(PageLink::anchor).toArray(String[]::new),
                        links.stream().map(link -> !exists.test(link.target())).toArray(Boolean[]::new))
                .update();
    }

    /** Looks up the headings that the links of these pages lead to, and those that lead to these targets. */
    void aim(CommunityId community, Collection<String> paths, Collection<String> targets) {
        aim(community, "and (k.path = any(:paths) or k.target = any(:targets))", paths, targets);
    }

    /** The same for all links of a handbook. */
    void aimAll(CommunityId community) {
        aim(community, "", List.of(), List.of());
    }

    /** A link means a page by its name, with or without the ending, or the front page of a folder. */
    private void aim(CommunityId community, String which, Collection<String> paths, Collection<String> targets) {
        sql.sql("""
                        update handbook_link l set astray = found.astray, broken = found.astray
                        from (
                            select k.path, k.target, k.anchor, k.anchor <> all (p.anchors) as astray
                            from handbook_link k cross join lateral (
                                select page.anchors
                                from (select array[k.target, k.target || '.md'] || array(
                                    select case when k.target = '' then '' else k.target || '/' end || front
                                    from unnest(:fronts::text[]) as front) || case when k.target = '' then array['Home.md', 'home.md'] end as names) called
                                join handbook_page page
                                    on page.community_id = k.community_id and page.path = any(called.names)
                                order by array_position(called.names, page.path) limit 1) p
                            where k.community_id = :community and k.anchor not in ('', 'top') and p.anchors is not null %s) found
                        where l.community_id = :community and l.path = found.path and l.target = found.target
                            and l.anchor = found.anchor and l.astray <> found.astray
                        """.formatted(which))
                .param("community", community.value())
                .param("fronts", PagePaths.FRONTS.toArray(String[]::new))
                .param("paths", paths.toArray(String[]::new))
                .param("targets", targets.toArray(String[]::new))
                .update();
    }

    void remove(CommunityId community, String path) {
        sql.sql("delete from handbook_link where community_id = ? and path = ?")
                .params(community.value(), path)
                .update();
    }

    void removeAll(CommunityId community) {
        sql.sql("delete from handbook_link where community_id = ?")
                .param(community.value())
                .update();
    }

    /** Of these, the targets that some page links to. */
    List<String> linked(CommunityId community, Collection<String> targets) {
        return sql.sql("""
                        select target from unnest(?::text[]) as target
                        where exists (select from handbook_link l where l.community_id = ? and l.target = target.target)
                        """)
                .params(targets.toArray(String[]::new), community.value())
                .query(String.class)
                .list();
    }

    void mark(CommunityId community, String target, boolean broken) {
        sql.sql("""
                        update handbook_link set broken = ?, astray = false
                        where community_id = ? and target = ? and (broken <> ? or astray)
                        """).params(broken, community.value(), target, broken).update();
    }

    /** The pages that link to one of these targets, by path. */
    List<String> linking(CommunityId community, Collection<String> targets, int most) {
        return sql.sql("""
                        select distinct path from handbook_link where community_id = ? and target = any(?)
                        order by path limit ?
                        """)
                .params(community.value(), targets.toArray(String[]::new), most)
                .query(String.class)
                .list();
    }

    /** The pages that link to one of these headings of a page, by path. */
    List<String> linking(CommunityId community, Collection<String> targets, Collection<String> anchors, int most) {
        return sql.sql("""
                        select distinct path from handbook_link
                        where community_id = ? and target = any(?) and anchor = any(?) and not broken
                        order by path limit ?
                        """)
                .params(community.value(), targets.toArray(String[]::new), anchors.toArray(String[]::new), most)
                .query(String.class)
                .list();
    }

    /** A link of a page that leads to nothing, or {@code astray}: to a page that has no such heading. */
    record Lost(PageLink link, boolean astray) {}

    List<Lost> lost(CommunityId community, String path) {
        return sql.sql(
                        "select target, anchor, astray from handbook_link where community_id = ? and path = ? and broken")
                .params(community.value(), path)
                .query((row, n) -> new Lost(link(row), row.getBoolean("astray")))
                .list();
    }

    /** The pages with links to such files that are not there. */
    Set<String> missing(CommunityId community, Predicate<String> target) {
        Set<String> pages = new LinkedHashSet<>();
        sql.sql("select path, target from handbook_link where community_id = ? and broken and not astray order by path")
                .param(community.value())
                .query(row -> {
                    if (target.test(row.getString("target"))) pages.add(row.getString("path"));
                });
        return pages;
    }

    private static PageLink link(ResultSet row) throws SQLException {
        return new PageLink(row.getString("target"), row.getString("anchor"));
    }

    /** The same with the page it stands on. */
    record Broken(String path, String title, PageLink link, boolean astray) {}

    /** By page and link, after that page and link. */
    List<Broken> broken(CommunityId community, String afterPath, PageLink after, int most) {
        return sql.sql("""
                        select l.path, l.target, l.anchor, l.astray, p.title from handbook_link l
                        join handbook_page p on p.community_id = l.community_id and p.path = l.path
                        where l.community_id = ? and l.broken and (l.path, l.target, l.anchor) > (?, ?, ?)
                        order by l.path, l.target, l.anchor limit ?
                        """)
                .params(community.value(), afterPath, after.target(), after.anchor(), most)
                .query((row, n) ->
                        new Broken(row.getString("path"), row.getString("title"), link(row), row.getBoolean("astray")))
                .list();
    }

    /** How many links lead to nothing; counted no further than {@code most}. */
    int countBroken(CommunityId community, int most) {
        return sql.sql("""
                        select count(*) from (
                            select from handbook_link where community_id = ? and broken limit ?) few
                        """).params(community.value(), most).query(Integer.class).single();
    }

    /** The other pages that link to one of these targets, by path, after that one. */
    List<ShelfStore.Near> to(CommunityId community, String path, List<String> targets, String after, int most) {
        return sql.sql("""
                        select p.path, p.title from handbook_page p
                        where p.community_id = :community and p.path in (
                            select l.path from handbook_link l
                            where l.community_id = :community and l.target = any(:targets) and l.path > :after
                                and l.path <> :path
                            group by l.path order by l.path limit :most)
                        order by p.path
                        """)
                .param("community", community.value())
                .param("targets", targets.toArray(String[]::new))
                .param("after", after)
                .param("path", path)
                .param("most", most)
                .query((row, n) -> new ShelfStore.Near(row.getString("path"), row.getString("title")))
                .list();
    }
}
