package mainline.founding;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FirstQuestionStore {
    private final JdbcClient sql;

    FirstQuestionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(CommunityId community, List<FirstQuestion> questions) {
        for (FirstQuestion question : questions)
            sql.sql("""
                            insert into first_question (community_id, n, question, background, options)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(
                            community.value(),
                            question.n(),
                            question.question(),
                            question.background(),
                            question.options().toArray(String[]::new))
                    .update();
    }

    List<FirstQuestion> of(CommunityId community) {
        return sql.sql("select * from first_question where community_id = ? order by n")
                .param(community.value())
                .query((row, n) -> question(row))
                .list();
    }

    /** The one of that number, held alone until the transaction ends. */
    Optional<FirstQuestion> hold(CommunityId community, int n) {
        return sql.sql("select * from first_question where community_id = ? and n = ? for update")
                .params(community.value(), n)
                .query((row, number) -> question(row))
                .optional();
    }

    void asked(CommunityId community, int n, long decision) {
        sql.sql("update first_question set decision_number = ? where community_id = ? and n = ?")
                .params(decision, community.value(), n)
                .update();
    }

    private static FirstQuestion question(ResultSet row) throws SQLException {
        Array options = row.getArray("options");
        return new FirstQuestion(
                row.getInt("n"),
                row.getString("question"),
                row.getString("background"),
                List.of((String[]) options.getArray()),
                row.getObject("decision_number", Long.class));
    }
}
