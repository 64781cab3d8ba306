package mainline.stewardship;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which ends of terms people have been told of. */
@Repository
class TermStore {
    private final JdbcClient sql;

    TermStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when that was told already */
    boolean tell(CommunityId community, String area, PersonId person, LocalDate lastDay, int days, Instant at) {
        return sql.sql("""
                        insert into term_notice (community_id, area, person_id, last_day, days, at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                community.value(),
                                area,
                                person.value(),
                                Date.valueOf(lastDay),
                                days,
                                Timestamp.from(at))
                        .update()
                == 1;
    }
}
