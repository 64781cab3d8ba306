package mainline.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import mainline.community.Why;
import mainline.kernel.CommunityId;
import mainline.kernel.Gaps;
import mainline.kernel.Reason;
import mainline.platform.Rows;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody was told from its row. */
final class ToldReader {
    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

    private final JsonMapper json;

    ToldReader(JsonMapper json) {
        this.json = json;
    }

    Told told(ResultSet row) throws SQLException {
        CommunityId community = Rows.community(row);
        return new Told(
                row.getLong("id"),
                Why.of(row.getString("why")),
                Rows.subject(community, row, "subject"),
                Rows.subject(community, row, "whole"),
                new Reason(row.getString("key"), Gaps.of(json.readValue(row.getString("gaps"), LIST))),
                Rows.instant(row, "at"),
                row.getTimestamp("seen_at") != null);
    }
}
