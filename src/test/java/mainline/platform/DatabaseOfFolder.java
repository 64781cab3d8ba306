package mainline.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Looks into the database that another process runs on a data folder. */
public final class DatabaseOfFolder {
    private DatabaseOfFolder() {}

    public static Connection connect(Path folder) throws SQLException, IOException {
        var data = DataFolder.open(folder);
        var url = EmbeddedPostgres.runningUrl(data);
        if (url == null) throw new SQLException("No database runs on " + folder);
        return DriverManager.getConnection(url, EmbeddedPostgres.NAME, EmbeddedPostgres.password(data));
    }
}
