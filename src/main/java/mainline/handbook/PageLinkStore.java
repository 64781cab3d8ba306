package mainline.handbook;

import java.util.Collection;
import java.util.HashSet;
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

    /** The links of one page, in the place of those it had. */
    void put(CommunityId community, String path, List<String> targets, Predicate<String> exists) {
        remove(community, path);
        if (targets.isEmpty()) return;
        sql.sql("""
                        insert into handbook_link (community_id, path, target, broken)
                        select ?, ?, target, broken from unnest(?::text[], ?::boolean[]) as link (target, broken)
                        on conflict do nothing
                        """)
                .params(
                        community.value(),
                        path,
                        targets.toArray(String[]::new),
                        targets.stream().map(target -> !exists.test(target)).toArray(Boolean[]::new))
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
        sql.sql("update handbook_link set broken = ? where community_id = ? and target = ? and broken <> ?")
                .params(broken, community.value(), target, broken)
                .update();
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

    /** The targets of a page that are not there. */
    Set<String> broken(CommunityId community, String path) {
        return new HashSet<>(sql.sql("select target from handbook_link where community_id = ? and path = ? and broken")
                .params(community.value(), path)
                .query(String.class)
                .list());
    }

    /** A link to nothing: the page it stands on, and what it names. */
    record Broken(String path, String title, String target) {}

    /** By page and target, after that page and target. */
    List<Broken> broken(CommunityId community, String afterPath, String afterTarget, int most) {
        return sql.sql("""
                        select l.path, l.target, p.title from handbook_link l
                        join handbook_page p on p.community_id = l.community_id and p.path = l.path
                        where l.community_id = ? and l.broken and (l.path, l.target) > (?, ?)
                        order by l.path, l.target limit ?
                        """)
                .params(community.value(), afterPath, afterTarget, most)
                .query((row, n) -> new Broken(row.getString("path"), row.getString("title"), row.getString("target")))
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
