package mainline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mainline.platform.TestDatabase;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What released versions have stored, word for word. These files are never changed; a new shape gets a new file. */
public final class Frozen {
    private Frozen() {}

    /** @param name such as {@code decisions/rules-1.json} */
    public static String text(String name) {
        return text(new ClassPathResource("frozen/" + name)).strip();
    }

    /**
     * A database in which the rows of {@code frozen/MODULE/V2.sql} were stored when the module's migrations had come to the
     * second, and were taken along by all later ones.
     *
     * @param modules each after those whose tables it reads
     */
    public static JdbcClient rows(String... modules) {
        String url = TestDatabase.newUrl();
        TestDatabase.renew(url);
        JdbcTemplate sql = new JdbcTemplate(
                new SingleConnectionDataSource(url, TestDatabase.username(), TestDatabase.password(), true));
        sql.execute("create schema frozen");
        sql.execute("set search_path to frozen, public");
        for (String module : modules)
            for (Resource migration : migrations(module)) {
                sql.execute(text(migration));
                Resource rows = new ClassPathResource("frozen/" + module + "/V" + number(migration) + ".sql");
                if (rows.exists()) sql.execute(text(rows));
            }
        return JdbcClient.create(sql);
    }

    private static List<Resource> migrations(String module) {
        try {
            List<Resource> found = new ArrayList<>(List.of(new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:mainline/" + module + "/V*.sql")));
            if (found.isEmpty()) throw new IllegalArgumentException("no migrations of " + module);
            found.sort(Comparator.comparing(Frozen::number));
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int number(Resource migration) {
        String name = String.valueOf(migration.getFilename());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
