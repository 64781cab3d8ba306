package mainline.site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InstallationStore {
    private final JdbcClient sql;

    InstallationStore(JdbcClient sql) {
        this.sql = sql;
    }

    String databaseVersion() {
        return "PostgreSQL "
                + sql.sql("show server_version").query(String.class).single();
    }
}
