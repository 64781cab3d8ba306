package mainline.handbook;

import java.util.List;
import java.util.stream.Collectors;
import mainline.kernel.CommunityId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words of pages, found by PostgreSQL's full text search. Whoever calls has folded accents away. */
@Repository
class SearchStore {
    /** So many pages are weighed at most for one question. */
    static final int MOST_WEIGHED = 3000;

    private final JdbcClient sql;

    SearchStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What search knows of a page.
     *
     * @param body as it is shown
     * @param about its summary and the words of its path, folded
     * @param title folded, as {@code folded} is the body
     */
    record Words(String path, String title, String about, String folded, String body) {}

    void put(CommunityId community, Words words) {
        sql.sql("""
                        insert into handbook_text (community_id, path, body, words)
                        values (:community, :path, :body,
                            setweight(to_tsvector('simple', :title), 'A') || setweight(to_tsvector('english', :title), 'A')
                            || setweight(to_tsvector('spanish', :title), 'A')
                            || setweight(to_tsvector('simple', :about), 'B') || to_tsvector('simple', :folded)
                            || strip(to_tsvector('english', :folded)) || strip(to_tsvector('spanish', :folded))
                            || array_to_tsvector(array['#' || :community]))
                        on conflict (community_id, path) do update set body = excluded.body, words = excluded.words
                        """)
                .param("community", community.value())
                .param("path", words.path())
                .param("title", words.title())
                .param("about", words.about())
                .param("folded", words.folded())
                .param("body", words.body())
                .update();
    }

    void remove(CommunityId community, String path) {
        sql.sql("delete from handbook_text where community_id = ? and path = ?")
                .params(community.value(), path)
                .update();
    }

    void removeAll(CommunityId community) {
        sql.sql("delete from handbook_text where community_id = ?")
                .param(community.value())
                .update();
    }

    /** The question as the index takes it; null when it asks for nothing. */
    @Nullable
    String question(SearchQuestion question) {
        return sql.sql("""
                        select nullif((websearch_to_tsquery('simple', :typed)
                            || case when :exact then ''::tsquery
                                else websearch_to_tsquery('english', :typed) || websearch_to_tsquery('spanish', :typed) end
                            || case when :beginnings = '' then ''::tsquery
                                else websearch_to_tsquery('simple', :rest) && to_tsquery('simple', :beginnings) end
                            )::text, '')
                        """)
                .param("typed", question.typed())
                .param("rest", question.rest())
                .param(
                        "beginnings",
                        question.beginnings().stream().map(word -> word + ":*").collect(Collectors.joining(" & ")))
                .param("exact", question.exact())
                .query((row, n) -> new Asked(row.getString(1)))
                .single()
                .question();
    }

    private record Asked(@Nullable String question) {}

    /** A page that was found. */
    record Found(String path, String title, String summary, String body, float rank) {}

    /**
     * By rank and path, after that rank and path.
     *
     * @param question from {@link #question(SearchQuestion)}
     */
    List<Found> find(CommunityId community, String question, float afterRank, String afterPath, int most) {
        return sql.sql("""
                        with weighed as materialized (
                            select path, ts_rank('{0.05, 0.2, 0.5, 1.0}', words, :question::tsquery, 1) as rank from (
                                select path, words from handbook_text
                                where words @@ (('''#' || :community || '''')::tsquery && :question::tsquery)
                                limit :weighed) candidate
                        )
                        select w.rank, p.path, p.title, p.summary, t.body from (
                            select rank, path from weighed
                            where rank < :afterRank or rank = :afterRank and path > :afterPath
                            order by rank desc, path limit :most) w
                        join handbook_page p on p.community_id = :community and p.path = w.path
                        join handbook_text t on t.community_id = :community and t.path = w.path
                        order by w.rank desc, w.path
                        """)
                .param("community", community.value())
                .param("question", question)
                .param("weighed", MOST_WEIGHED)
                .param("afterRank", afterRank)
                .param("afterPath", afterPath)
                .param("most", most)
                .query((row, n) -> new Found(
                        row.getString("path"),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("body"),
                        row.getFloat("rank")))
                .list();
    }

    /** How many pages the question finds, counted no further than {@link #MOST_WEIGHED}. */
    int count(CommunityId community, String question) {
        return sql.sql("""
                        select count(*) from (
                            select from handbook_text
                            where words @@ (('''#' || :community || '''')::tsquery && :question::tsquery)
                            limit :weighed) few
                        """)
                .param("community", community.value())
                .param("question", question)
                .param("weighed", MOST_WEIGHED)
                .query(Integer.class)
                .single();
    }
}
