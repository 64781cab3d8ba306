package mainline.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WaysStore {
    private final JdbcClient sql;

    WaysStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of those who have a row. */
    Map<PersonId, Ways> of(List<PersonId> people) {
        Map<PersonId, Ways> found = new HashMap<>();
        sql.sql("select * from notice_ways where person_id = any(?)")
                .param(Rows.ids(people))
                .query((RowCallbackHandler) row -> found.put(Rows.person(row, "person_id"), ways(row)));
        return found;
    }

    void keep(PersonId person, Ways ways, Instant at) {
        ZoneId zone = ways.zone();
        sql.sql("""
                        insert into notice_ways
                            (person_id, mails, digest, hour, zone, quiet_from, quiet_until, most, language, since)
                        values (:person, :mails, :digest, :hour, :zone, :from, :until, :most, :language, :at)
                        on conflict (person_id) do update set mails = excluded.mails, digest = excluded.digest,
                            hour = excluded.hour, zone = excluded.zone, quiet_from = excluded.quiet_from,
                            quiet_until = excluded.quiet_until, most = excluded.most, language = excluded.language,
                            since = excluded.since
                        """)
                .param("person", person.value())
                .param("mails", ways.mails())
                .param("digest", ways.digest().code())
                .param("hour", ways.hour())
                .param("zone", zone == null ? null : zone.getId())
                .param("from", ways.quiet().from())
                .param("until", ways.quiet().until())
                .param("most", ways.most())
                .param("language", ways.language().toLanguageTag())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Ways ways(ResultSet row) throws SQLException {
        String zone = row.getString("zone");
        return new Ways(
                row.getBoolean("mails"),
                Ways.Digest.of(row.getString("digest")).orElseThrow(),
                row.getInt("hour"),
                zone == null ? null : Ways.zone(zone).orElse(null),
                new Ways.Quiet(row.getInt("quiet_from"), row.getInt("quiet_until")),
                row.getInt("most"),
                Locale.forLanguageTag(row.getString("language")));
    }
}
