package mainline.announcements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AnnouncementStore {
    private final JdbcClient sql;

    AnnouncementStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Announcement announcement) {
        Voice voice = announcement.voice();
        sql.sql("""
                        insert into announcement (community_id, number, person_id, of_kind, of_number, of_title,
                            title, text, urgent, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        announcement.subject().community().value(),
                        announcement.subject().number(),
                        announcement.by().value(),
                        voice.of().kind().name(),
                        voice.of().number(),
                        voice.title(),
                        announcement.title(),
                        announcement.text(),
                        announcement.urgent(),
                        Timestamp.from(announcement.at()))
                .update();
    }

    Optional<Announcement> find(Subject announcement) {
        return sql.sql("select * from announcement where community_id = ? and number = ?")
                .params(announcement.community().value(), announcement.number())
                .query((row, n) -> announcement(row))
                .optional();
    }

    /** Newest first. */
    List<Announcement> newest(CommunityId community, long before, int most) {
        return sql.sql("select * from announcement where community_id = ? and number < ? order by number desc limit ?")
                .params(community.value(), before, most)
                .query((row, n) -> announcement(row))
                .list();
    }

    /** When something was last announced for that, urgently or not. */
    Optional<Instant> last(Subject of, boolean urgent) {
        return sql.sql("""
                        select at from announcement
                        where community_id = ? and of_kind = ? and of_number = ? and urgent = ? order by at desc limit 1
                        """)
                .params(of.community().value(), of.kind().name(), of.number(), urgent)
                .query((row, n) -> Rows.instant(row, "at"))
                .optional();
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        CommunityId community = Rows.community(row);
        return new Announcement(
                new Subject(community, Subject.Kind.ANNOUNCEMENT, row.getLong("number")),
                Voice.kept(Rows.subject(community, row, "of"), row.getString("of_title")),
                Rows.person(row, "person_id"),
                Rows.instant(row, "at"),
                row.getString("title"),
                row.getString("text"),
                row.getBoolean("urgent"));
    }
}
