package mainline.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChannelStore {
    private static final String NAME = "mainline";

    private final JdbcClient sql;

    ChannelStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Heard by everybody who listens once the transaction is committed, and by nobody otherwise. */
    void tell(String text) {
        sql.sql("select pg_notify(?, ?)")
                .params(NAME, text)
                .query((row, n) -> "")
                .list();
    }

    static void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + NAME);
        }
    }
}
