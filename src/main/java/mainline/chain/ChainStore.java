package mainline.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Gaps;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ChainStore {
    private final JdbcClient sql;
    private final JsonMapper json;

    ChainStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void put(Subject thread, Node node) {
        Subject subject = node.subject();
        sql.sql("""
                        insert into chain_node (community_id, subject_kind, subject_number, step, thread_kind, thread_number,
                            label, note, path, done)
                        values (:community, :kind, :number, :step, :threadKind, :threadNumber,
                            :label::jsonb, :note::jsonb, :path, :done)
                        on conflict (community_id, subject_kind, subject_number, step) do update
                        set thread_kind = excluded.thread_kind, thread_number = excluded.thread_number,
                            label = excluded.label, note = excluded.note, path = excluded.path, done = excluded.done
                        """)
                .param("community", subject.community().value())
                .param("kind", subject.kind().name())
                .param("number", subject.number())
                .param("step", node.step().place())
                .param("threadKind", thread.kind().name())
                .param("threadNumber", thread.number())
                .param("label", json.writeValueAsString(kept(node.label())))
                .param("note", json.writeValueAsString(kept(node.note())))
                .param("path", node.path())
                .param("done", node.done())
                .update();
    }

    void drop(Subject subject) {
        sql.sql("delete from chain_node where community_id = ? and subject_kind = ? and subject_number = ?")
                .params(subject.community().value(), subject.kind().name(), subject.number())
                .update();
    }

    Optional<Subject> threadOf(Subject subject) {
        return sql.sql("""
                        select thread_kind, thread_number from chain_node
                        where community_id = ? and subject_kind = ? and subject_number = ?
                        order by step desc limit 1
                        """)
                .params(subject.community().value(), subject.kind().name(), subject.number())
                .query((row, n) -> subject(subject.community(), row, "thread"))
                .optional();
    }

    List<Node> nodes(Subject thread) {
        return sql.sql("""
                        select * from chain_node
                        where community_id = ? and thread_kind = ? and thread_number = ?
                        order by step, subject_number
                        """)
                .params(thread.community().value(), thread.kind().name(), thread.number())
                .query((row, n) -> node(thread.community(), row))
                .list();
    }

    Map<Subject, List<Node>> nodes(CommunityId community, List<Subject> threads) {
        Map<Subject, List<Node>> found = new HashMap<>();
        String[] kinds = threads.stream().map(thread -> thread.kind().name()).toArray(String[]::new);
        Long[] numbers = threads.stream().map(Subject::number).toArray(Long[]::new);
        sql.sql("""
                        select n.* from unnest(?::text[], ?::bigint[]) as t (kind, number)
                        join chain_node n on n.community_id = ? and n.thread_kind = t.kind and n.thread_number = t.number
                        order by n.step, n.subject_number
                        """).params(kinds, numbers, community.value()).query(row -> {
            found.computeIfAbsent(subject(community, row, "thread"), thread -> new ArrayList<>())
                    .add(node(community, row));
        });
        return found;
    }

    List<Node> withoutIdea(CommunityId community, long before, int most) {
        return sql.sql("""
                        select * from chain_node n
                        where community_id = ? and thread_kind = 'CHANGE' and subject_kind = 'CHANGE' and step = ?
                            and subject_number < ? and not exists (select from chain_node c
                                where c.community_id = n.community_id and c.subject_kind = 'CHANGE'
                                    and c.subject_number = n.thread_number and c.step = ?)
                        order by subject_number desc limit ?
                        """)
                .params(community.value(), Step.CHANGE.place(), before, Step.CLAUSE.place(), most)
                .query((row, n) -> node(community, row))
                .list();
    }

    private Node node(CommunityId community, ResultSet row) throws SQLException {
        return new Node(
                subject(community, row, "subject"),
                Step.at(row.getInt("step")),
                reason(row.getString("label")),
                reason(row.getString("note")),
                row.getString("path"),
                row.getBoolean("done"));
    }

    private static Subject subject(CommunityId community, ResultSet row, String what) throws SQLException {
        return new Subject(
                community, Subject.Kind.valueOf(row.getString(what + "_kind")), row.getLong(what + "_number"));
    }

    /** Whole numbers are names here, such as those of ideas: no reader wants them in thousands. */
    private static List<Object> kept(Reason reason) {
        List<Object> kept = new ArrayList<>(List.of(reason.key()));
        kept.addAll(Gaps.kept(reason.gaps().stream()
                .map(gap -> gap instanceof Long || gap instanceof Integer ? gap.toString() : gap)
                .toList()));
        return kept;
    }

    private Reason reason(String stored) {
        List<Object> kept = Gaps.of(json.readValue(stored, List.class));
        return new Reason(kept.getFirst().toString(), kept.subList(1, kept.size()));
    }
}
