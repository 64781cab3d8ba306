package mainline.founding;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FoundingStore {
    private final JdbcClient sql;

    FoundingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(CommunityId community, PersonId founder) {
        sql.sql("insert into founding (community_id, person_id) values (?, ?)")
                .params(community.value(), founder.value())
                .update();
    }

    Optional<PersonId> founder(CommunityId community) {
        return sql.sql("select person_id from founding where community_id = ?")
                .param(community.value())
                .query((row, n) -> Rows.person(row, "person_id"))
                .optional();
    }

    boolean isDismissed(CommunityId community) {
        return sql.sql("select exists (select from founding where community_id = ? and dismissed is not null)")
                .param(community.value())
                .query(Boolean.class)
                .single();
    }

    void dismiss(CommunityId community, Instant at) {
        sql.sql("update founding set dismissed = ? where community_id = ? and dismissed is null")
                .params(Timestamp.from(at), community.value())
                .update();
    }

    void takeUp(CommunityId community) {
        sql.sql("update founding set dismissed = null where community_id = ?")
                .param(community.value())
                .update();
    }

    void tried(boolean works, Instant at) {
        sql.sql("""
                        insert into mail_tried (works, at) values (?, ?)
                        on conflict (singleton) do update set works = excluded.works, at = excluded.at
                        """).params(works, Timestamp.from(at)).update();
    }

    boolean mailWorks() {
        return sql.sql("select exists (select from mail_tried where works)")
                .query(Boolean.class)
                .single();
    }
}
