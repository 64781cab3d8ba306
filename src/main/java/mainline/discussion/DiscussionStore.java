package mainline.discussion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is discussed: its title, and how many comments stand under it. */
@Repository
class DiscussionStore {
    private static final int MOST_KNOWN = 10_000;

    private final JdbcClient sql;
    private final Kept<Subject, Integer> counts;

    DiscussionStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.counts = memory.ofThings(MOST_KNOWN);
    }

    void open(Subject about, String title) {
        sql.sql("""
                        insert into discussion (community_id, subject_kind, subject_number, title) values (?, ?, ?, ?)
                        on conflict (community_id, subject_kind, subject_number) do update set title = excluded.title
                        """)
                .params(about.community().value(), about.kind().name(), about.number(), title)
                .update();
    }

    Optional<String> title(Subject about) {
        return sql.sql(
                        "select title from discussion where community_id = ? and subject_kind = ? and subject_number = ?")
                .params(about.community().value(), about.kind().name(), about.number())
                .query(String.class)
                .optional();
    }

    Map<Subject, String> titles(Collection<Subject> subjects) {
        Map<Subject, String> titles = new HashMap<>();
        sql.sql("""
                        select d.* from unnest(?::bigint[], ?::text[], ?::bigint[]) as s (community, kind, number)
                        join discussion d on d.community_id = s.community
                            and d.subject_kind = s.kind and d.subject_number = s.number
                        """)
                .params(
                        subjects.stream().map(each -> each.community().value()).toArray(Long[]::new),
                        subjects.stream().map(each -> each.kind().name()).toArray(String[]::new),
                        subjects.stream().map(Subject::number).toArray(Long[]::new))
                .query(row -> {
                    titles.put(Rows.subject(Rows.community(row), row, "subject"), row.getString("title"));
                });
        return titles;
    }

    void count(Subject about, int difference) {
        sql.sql("""
                        update discussion set comments = comments + ?
                        where community_id = ? and subject_kind = ? and subject_number = ?
                        """)
                .params(difference, about.community().value(), about.kind().name(), about.number())
                .update();
    }

    Map<Subject, Integer> counts(CommunityId community, Subject.Kind kind, List<Long> numbers) {
        List<Subject> subjects = numbers.stream()
                .map(number -> new Subject(community, kind, number))
                .toList();
        return counts.all(
                subjects,
                missing -> readCounts(
                        community, kind, missing.stream().map(Subject::number).toList()));
    }

    private Map<Subject, Integer> readCounts(CommunityId community, Subject.Kind kind, List<Long> numbers) {
        Map<Subject, Integer> counts = new HashMap<>();
        sql.sql("""
                        select subject_number, comments from discussion
                        where community_id = ? and subject_kind = ? and subject_number = any(?)
                        """)
                .params(community.value(), kind.name(), numbers.toArray(Long[]::new))
                .query(row -> {
                    counts.put(new Subject(community, kind, row.getLong(1)), row.getInt(2));
                });
        return counts;
    }
}
