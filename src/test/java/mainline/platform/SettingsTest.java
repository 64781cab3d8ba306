package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {
    @Test
    void a_length_of_time_is_read_as_people_write_it() {
        Map.of(
                        "24h", Duration.ofHours(24),
                        "3 days", Duration.ofDays(3),
                        "1 Day", Duration.ofDays(1),
                        "2w", Duration.ofDays(14),
                        "90 minutes", Duration.ofMinutes(90),
                        "PT72H", Duration.ofHours(72),
                        "P1DT12H", Duration.ofHours(36),
                        "P2W", Duration.ofDays(14),
                        "none", Duration.ZERO,
                        "0s", Duration.ZERO)
                .forEach((typed, length) -> assertThat(
                                bind("mainline.cooling", typed).cooling().length())
                        .as(typed)
                        .isEqualTo(length));
    }

    @Test
    void a_setting_that_cannot_be_read_is_named_with_its_value_and_a_right_one() {
        assertRefused("mainline.cooling", "3 dys", "MAINLINE_COOLING (mainline.cooling)", "“3 dys”", "3 days");
        assertRefused("mainline.cooling", "-1h", "MAINLINE_COOLING", "24h");
        assertRefused("mainline.cooling", "12", "MAINLINE_COOLING", "24h");
        assertRefused("mainline.heartbeat", "often", "MAINLINE_HEARTBEAT", "10 seconds");
        assertRefused("mainline.heartbeat", "none", "MAINLINE_HEARTBEAT", "10 seconds");
        assertRefused("mainline.quota", "lots", "MAINLINE_QUOTA", "500MB");
        assertRefused("mainline.quota", "-1GB", "MAINLINE_QUOTA", "500MB");
        assertRefused("mainline.jobs", "perhaps", "MAINLINE_JOBS", "true or false");
        assertRefused("mainline.people-per-network", "many", "MAINLINE_PEOPLE_PER_NETWORK", "100");
        assertRefused("mainline.people-per-network", "0", "MAINLINE_PEOPLE_PER_NETWORK", "100");
        assertRefused("mainline.mail.port", "smtp", "MAINLINE_MAIL_PORT", "587");
        assertRefused("mainline.mail.port", "70000", "MAINLINE_MAIL_PORT", "587");
        assertRefused("mainline.mail.tls", "SSL", "MAINLINE_MAIL_TLS", "STARTTLS, IMPLICIT or NONE");
        assertRefused("mainline.outbound.allow-private", "2", "MAINLINE_OUTBOUND_ALLOW_PRIVATE", "true or false");
        for (String odd : new String[] {"your address", "example.org", "ftp://example.org", "https://", "https://a/?b"})
            assertRefused("mainline.base-url", odd, "MAINLINE_BASE_URL", "https://your.address");
    }

    private static void assertRefused(String name, String value, String... said) {
        assertThatThrownBy(() -> {
                    try {
                        bind(name, value);
                    } catch (RuntimeException e) {
                        for (Throwable at = e; at != null; at = at.getCause())
                            if (at instanceof Refusal refusal) throw refusal;
                        var setting = WrongSetting.in(e);
                        throw setting == null ? e : setting;
                    }
                })
                .as(name + "=" + value)
                .isInstanceOf(Refusal.class)
                .message()
                .contains(said)
                .hasLineCount(1);
    }

    private static Settings bind(String name, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of(name, value)))
                .bindOrCreate("mainline", Settings.class);
    }
}
