package mainline.decisions;

import java.sql.Timestamp;
import mainline.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes a question as it was asked; what happens to it later is written elsewhere. */
@Repository
class AskedStore {
    private static final String INSERT = """
            insert into decision (community_id, number, method, secret, person_id, about_kind, about_number,
                opened, ends, ends_when_all_voted, eligible, enrolled, terms, review, lot, normal, talk_days, opens,
                serves_clause, serves_how)
            values (:community, :number, :method, :secret, :person, :kind, :about, :opened, :ends, :all,
                :eligible, :enrolled, :terms::jsonb, :review, :lot, :normal, :talk, :opens, :clause, :how)
            """;

    private final JdbcClient sql;
    private final WordingStore wordings;

    AskedStore(JdbcClient sql, WordingStore wordings) {
        this.sql = sql;
        this.wordings = wordings;
    }

    void add(Decision decision, String normal) {
        Subject about = decision.about();
        Talk talk = decision.talk();
        Purpose purpose = decision.purpose();
        sql.sql(INSERT)
                .param("community", decision.subject().community().value())
                .param("number", decision.subject().number())
                .param("method", StoredCodes.METHODS.of(decision.method()))
                .param("secret", decision.secret())
                .param("person", decision.by().value())
                .param("kind", about == null ? null : about.kind().name())
                .param("about", about == null ? null : about.number())
                .param("opened", Timestamp.from(decision.opened()))
                .param("ends", Timestamp.from(decision.ends()))
                .param("all", decision.endsWhenAllVoted())
                .param("eligible", decision.eligible())
                .param("enrolled", decision.poll().enrolled())
                .param("terms", TermsCodec.write(decision.terms()))
                .param("review", decision.review())
                .param("lot", decision.poll().lot())
                .param("normal", normal)
                .param("clause", purpose == null ? null : purpose.clause())
                .param("how", purpose == null ? null : purpose.how())
                .param("talk", talk == null ? null : talk.days())
                .param("opens", talk == null ? null : Timestamp.from(talk.opens()))
                .update();
        word(decision);
    }

    private void word(Decision decision) {
        wordings.word(
                decision.subject(), 1, decision.question(), decision.background(), decision.by(), decision.opened());
        decision.options().forEach(choice -> wordings.choice(decision.subject(), choice));
    }
}
