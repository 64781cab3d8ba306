package mainline.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** What stands in a row of a table, as the words that every module shares. */
public final class Rows {
    private Rows() {}

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column), column).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    public static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getLong(column));
    }

    public static @Nullable PersonId personOrNull(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : new PersonId(id);
    }

    /** For {@code any(?)}, in their order. */
    public static Long[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(Long[]::new);
    }

    /** From the column {@code community_id}. */
    public static CommunityId community(ResultSet row) throws SQLException {
        return new CommunityId(row.getLong("community_id"));
    }

    /** A thing of a kind that is known, of the community in {@code community_id}. */
    public static Subject subject(ResultSet row, Subject.Kind kind, String column) throws SQLException {
        return new Subject(community(row), kind, row.getLong(column));
    }

    /** Any thing: its kind and number stand in {@code NAME_kind} and {@code NAME_number}. */
    public static Subject subject(CommunityId community, ResultSet row, String name) throws SQLException {
        return new Subject(
                community, Subject.Kind.valueOf(row.getString(name + "_kind")), row.getLong(name + "_number"));
    }
}
