package mainline.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The only way by which Mainline asks another server for something. It speaks http and https, keeps no cookies, follows no
 * redirect, gives up in time and never reads more than it was told to. Addresses of private networks and of this machine
 * are refused when the name is resolved, so that a name cannot lead elsewhere after it was checked.
 */
public final class Outbound implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration WITHOUT_A_BYTE = Duration.ofSeconds(15);
    private static final Duration IN_ALL = Duration.ofSeconds(30);

    /** What a server answered, whatever its status. */
    public record Answer(int status, String type, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Reads an answer while it arrives. */
    public interface Reading<T> {
        T read(InputStream body) throws IOException;
    }

    /** No answer that could be used; the message is one sentence for people. */
    public static final class Unreachable extends IOException {
        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }

        Unreachable(String message) {
            super(message);
        }
    }

    private final CloseableHttpClient client;

    private Outbound(InetAddressFilter addresses) {
        client = new HttpComponentsHttpClientBuilder()
                .withCustomizer((HttpClientBuilder builder) -> builder.disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableAutomaticRetries()
                        .setUserAgent("Mainline"))
                .build(HttpClientSettings.defaults()
                        .withTimeouts(TO_CONNECT, WITHOUT_A_BYTE)
                        .withInetAddressFilter(addresses));
    }

    /** Reaches public addresses only: for whatever another person may have named. */
    static Outbound toThePublic() {
        return new Outbound(InetAddressFilter.externalAddresses()
                .andNot(InetAddressFilter.specialPurpose(), InetAddressFilter.multicast()));
    }

    /** Reaches every address: for those who may reach all of them anyway, at the command line. */
    public static Outbound anywhere() {
        return new Outbound(InetAddressFilter.all());
    }

    /** @param most bytes of the answer; a longer one is an error */
    public Answer get(URI address, int most) throws IOException {
        return ask(new HttpGet(allowed(address)), IN_ALL, response -> answer(response, most));
    }

    /** @param most bytes of the answer; a longer one is an error */
    public Answer post(URI address, String type, byte[] body, int most) throws IOException {
        HttpPost request = new HttpPost(allowed(address));
        request.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
        return ask(request, IN_ALL, response -> answer(response, most));
    }

    /** Reads a long answer as it arrives, for as long as {@code patience}; any status but 200 is an error. */
    public <T> T read(URI address, Duration patience, Reading<T> reading) throws IOException {
        return ask(new HttpGet(allowed(address)), patience, response -> {
            if (response.getCode() != 200)
                throw new Unreachable(address + " answered " + response.getCode() + ", not 200");
            HttpEntity entity = response.getEntity();
            return reading.read(entity == null ? InputStream.nullInputStream() : entity.getContent());
        });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private interface Handling<T> {
        T handle(ClassicHttpResponse response) throws IOException;
    }

    private <T> T ask(HttpUriRequestBase request, Duration patience, Handling<T> handling) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        Thread watch = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(patience);
                late.set(true);
                request.cancel();
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            return handling.handle(response);
        } catch (FilteredHostException e) {
            throw new Unreachable(where(request) + " leads into a private network, which is not asked", e);
        } catch (IOException e) {
            if (late.get())
                throw new Unreachable(where(request) + " took longer than " + patience.toSeconds() + " s", e);
            throw explained(request, e);
        } finally {
            watch.interrupt();
        }
    }

    private static Answer answer(ClassicHttpResponse response, int most) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) return new Answer(response.getCode(), "", new byte[0]);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream in = entity.getContent()) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (body.size() + n > most) throw new Unreachable("the answer is longer than " + most + " bytes");
                body.write(buffer, 0, n);
            }
        }
        String type = entity.getContentType() == null ? "" : entity.getContentType();
        return new Answer(response.getCode(), type, body.toByteArray());
    }

    private static URI allowed(URI address) throws Unreachable {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https"))
            throw new Unreachable(address + " is not an http or https address");
        if (address.getHost() == null || address.getRawUserInfo() != null)
            throw new Unreachable(address + " does not name a server plainly");
        return address;
    }

    private static IOException explained(HttpUriRequestBase request, IOException e) {
        if (e instanceof Unreachable) return e;
        String where = where(request);
        if (e instanceof UnknownHostException) return new Unreachable(where + " is not known", e);
        if (e instanceof SSLException) return new Unreachable(where + " has no certificate to trust", e);
        if (e instanceof InterruptedIOException) return new Unreachable(where + " does not answer in time", e);
        return new Unreachable(where + " cannot be read: " + e.getMessage(), e);
    }

    private static String where(HttpUriRequestBase request) {
        return request.getAuthority() == null
                ? "the server"
                : request.getAuthority().toString();
    }
}
