package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mainline.platform.SenderRecord.Kind;
import mainline.platform.SenderRecord.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SenderDomainTest {
    @Test
    void what_is_published_stands_beside_what_is_to_be_published() throws IOException {
        String key = "v=DKIM1; k=rsa; p=" + "A".repeat(400);
        try (var names = new FakeNames()
                .with("harbour.example", "site-verification=1", "v=spf1 mx a:smtp.harbour.example -all")
                .with("mail._domainkey.harbour.example", key)) {
            var entries = domain("https://harbour.example", null, names.asked()).lookUp("mail");
            assertThat(entries).extracting(SenderRecord::kind).containsExactly(Kind.SPF, Kind.DKIM, Kind.DMARC);
            assertThat(entries)
                    .extracting(SenderRecord::standing)
                    .containsExactly(Standing.PUBLISHED, Standing.PUBLISHED, Standing.MISSING);
            assertThat(entries.getFirst().published()).containsExactly("v=spf1 mx a:smtp.harbour.example -all");
            assertThat(entries.get(1).published()).containsExactly(key);
            assertThat(entries.get(2).name()).isEqualTo("_dmarc.harbour.example");
            assertThat(entries.get(2).advised()).isEqualTo("v=DMARC1; p=none; rua=mailto:postmaster@harbour.example");
        }
    }

    @Test
    void what_does_not_count_or_lets_everybody_send_is_named() throws IOException {
        try (var names = new FakeNames()
                .with("harbour.example", "v=spf1 a -all", "v=spf1 mx ~all")
                .with("open.example", "v=spf1 a +all")) {
            assertThat(domain("https://harbour.example", null, names.asked())
                            .lookUp("")
                            .getFirst()
                            .standing())
                    .isEqualTo(Standing.SEVERAL);
            var open = domain("https://open.example", null, names.asked()).lookUp("");
            assertThat(open.getFirst().standing()).isEqualTo(Standing.OPEN);
            assertThat(open.get(1).standing())
                    .as("a signature is found by its selector alone")
                    .isEqualTo(Standing.UNKNOWN);
        }
    }

    @Test
    void when_no_name_server_answers_the_advice_stands_alone_after_a_while() throws IOException {
        var begun = Instant.now();
        NameServers gone;
        try (var names = new FakeNames()) {
            gone = names.asked();
        }
        var entries = domain("https://harbour.example", null, gone).lookUp("mail");
        assertThat(entries).extracting(SenderRecord::standing).containsOnly(Standing.UNKNOWN);
        assertThat(entries.getFirst().advised()).isEqualTo("v=spf1 mx a:smtp.harbour.example ~all");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void mail_of_another_domain_than_the_public_address_is_told() {
        var nobody = new NameServers("dns:");
        assertThat(domain("https://lead.example", "Harbour <mail@harbour.example>", nobody)
                        .otherHost())
                .contains("lead.example");
        for (var same : List.of("mail@lead.example", "mail@post.www.lead.example", "mail@example"))
            assertThat(domain("https://www.lead.example", same, nobody)
                            .otherHost()
                            .isPresent())
                    .as(same)
                    .isEqualTo(false);
    }

    private static SenderDomain domain(String base, @Nullable String from, NameServers names) {
        return new SenderDomain(
                new Settings(
                        new Settings.Database(null, null, null),
                        Path.of("target"),
                        URI.create(base),
                        new Settings.Mail("smtp.harbour.example", 587, null, null, from, Settings.Mail.Tls.STARTTLS),
                        new Settings.Outgoing(false),
                        false,
                        DataSize.ofMegabytes(1),
                        false,
                        true,
                        100,
                        new Span(Duration.ZERO),
                        new Span(Duration.ofMinutes(1))),
                names);
    }
}
