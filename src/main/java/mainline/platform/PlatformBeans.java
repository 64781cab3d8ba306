package mainline.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class PlatformBeans {
    private static final int CONNECTIONS_OF_A_SERVER = 20;
    private static final int CONNECTIONS_OF_A_COMMAND = 3;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataFolder dataFolder(Settings settings) {
        return DataFolder.open(settings.data());
    }

    @Bean
    Database database(Settings settings, DataFolder folder) {
        return Database.open(settings, folder);
    }

    @Bean
    HikariDataSource dataSource(Database database, Settings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("database");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(settings.serving() ? CONNECTIONS_OF_A_SERVER : CONNECTIONS_OF_A_COMMAND);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        return pool;
    }
}
