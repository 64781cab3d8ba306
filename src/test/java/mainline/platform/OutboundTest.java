package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {
    private HttpServer server;
    private final Outbound anywhere = Outbound.anywhere();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(command -> Thread.ofVirtual().start(command));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        anywhere.close();
        server.stop(0);
    }

    private URI serving(HttpHandler handler) {
        server.createContext("/", handler);
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/x");
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void what_is_sent_arrives_and_any_status_is_an_answer() throws IOException {
        URI echo = serving(exchange -> {
            exchange.getResponseHeaders()
                    .set("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
            answer(exchange, 409, exchange.getRequestBody().readAllBytes());
        });
        Outbound.Answer answer = anywhere.post(echo, "text/plain", "old 3".getBytes(UTF_8), 100);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).isEqualTo("old 3");
        assertThat(answer.type()).startsWith("text/plain");
    }

    @Test
    void an_answer_may_be_as_long_as_was_said_and_no_longer_even_unpacked() throws IOException {
        byte[] plain = new byte[100_000];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        URI bomb = serving(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, packed.toByteArray());
        });
        assertThat(anywhere.get(bomb, plain.length).body()).hasSize(plain.length);
        assertThatThrownBy(() -> anywhere.get(bomb, plain.length - 1)).hasMessageContaining("longer than");
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() throws IOException {
        URI away = serving(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
            answer(exchange, 302, new byte[0]);
        });
        assertThat(anywhere.get(away, 10).status()).isEqualTo(302);
    }

    @Test
    void a_server_that_drips_is_left_in_time() {
        URI slow = serving(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (exchange) {
                while (true) {
                    exchange.getResponseBody().write('.');
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> anywhere.read(slow, Duration.ofMillis(600), body -> body.readAllBytes()))
                .isInstanceOf(Outbound.Unreachable.class)
                .hasMessageContaining("took longer");
    }

    @Test
    void nobody_at_the_door_is_one_sentence() {
        server.stop(0);
        assertThatThrownBy(() -> anywhere.get(serverAddress(), 10))
                .isInstanceOf(Outbound.Unreachable.class)
                .hasMessageContaining("localhost");
    }

    private URI serverAddress() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.0.1/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://224.0.0.1/"
            })
    void addresses_that_are_not_public_are_refused(String address) throws IOException {
        try (Outbound guarded = Outbound.toThePublic()) {
            assertThatThrownBy(() -> guarded.get(URI.create(address), 10))
                    .isInstanceOf(Outbound.Unreachable.class)
                    .hasMessageMatching(".*(private network|not known|plainly).*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "http:///x", "http://a:b@example.org/", "x"})
    void only_plain_web_addresses_are_asked(String address) {
        assertThatThrownBy(() -> anywhere.get(URI.create(address), 10)).isInstanceOf(Outbound.Unreachable.class);
    }
}
