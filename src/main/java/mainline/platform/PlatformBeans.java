package mainline.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class PlatformBeans {
    private static final int CONNECTIONS_OF_A_SERVER = 20;
    private static final int CONNECTIONS_OF_A_COMMAND = 3;

    @Bean
    Clock clock(Settings settings) {
        return settings.demo() ? new StoryClock() : Clock.systemUTC();
    }

    @Bean
    DataFolder dataFolder(Settings settings) {
        Database.check(settings);
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

    @Bean
    Outbound outbound(Settings settings) {
        return settings.outbound().allowPrivate() ? Outbound.anywhere() : Outbound.toThePublic();
    }

    @Bean
    Job mail(Post post) {
        return new Job("mail", Duration.ofMinutes(10), post::takeUp);
    }

    @Bean
    Job forgetMailGivenUp(OutgoingMailStore mails, Clock clock) {
        return new Job(
                "forget-mail-given-up",
                Duration.ofHours(12),
                () -> mails.forget(clock.instant().minus(Duration.ofDays(30))));
    }

    @Bean
    Job forgetErrandsGivenUp(ErrandStore errands, Clock clock) {
        return new Job(
                "forget-errands-given-up",
                Duration.ofHours(12),
                () -> errands.forgetGivenUp(clock.instant().minus(Duration.ofDays(30))));
    }

    @Bean
    Job forgetAttempts(RateLimit limits) {
        return new Job("forget-attempts", Duration.ofHours(1), limits::purge);
    }

    @Bean
    Job forgetSentForms(SentForms forms) {
        return new Job("forget-sent-forms", Duration.ofHours(1), forms::forget);
    }
}
