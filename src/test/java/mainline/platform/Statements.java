package mainline.platform;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements that the application asks its database. */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {
    private final AtomicInteger asked = new AtomicInteger();

    /** How many are asked meanwhile, by whomever. */
    public int during(Runnable work) {
        int before = asked.get();
        work.run();
        return asked.get() - before;
    }

    @Bean
    JdbcTemplate countingJdbcTemplate(DataSource database) {
        return new JdbcTemplate(database) {
            @Override
            protected void applyStatementSettings(Statement statement) throws SQLException {
                asked.incrementAndGet();
                super.applyStatementSettings(statement);
            }
        };
    }
}
