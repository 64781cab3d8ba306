package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything an operator can set: {@code mainline.*} properties and their {@code MAINLINE_*} environment forms.
 *
 * @param data the folder that holds all that is not in an external database
 * @param baseUrl where people reach this installation, without a slash at the end
 * @param outbound what other servers are asked
 * @param demo an example community is loaded on the first start
 * @param quota how much the packs of one handbook may take, unless an operator says otherwise for it
 * @param jobs this process runs jobs and sends mail by itself
 * @param heartbeat how often a process says that it is still at its jobs; who says nothing for four of these is taken for dead
 * @param cooling how long a change stays open at least before it is merged, as the file a new community begins with says
 * @param peoplePerNetwork how many people may come from one network, such as a hall, as the limits of the doors assume
 * @param serving this process answers requests; false for the other verbs of the command line
 */
@ConfigurationProperties("mainline")
public record Settings(
        @DefaultValue Database database,
        @DefaultValue("data") Path data,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue Mail mail,
        @DefaultValue Outgoing outbound,
        @DefaultValue("false") boolean demo,
        @DefaultValue("2GB") DataSize quota,
        @DefaultValue("true") boolean jobs,
        @DefaultValue("true") boolean serving,
        @DefaultValue("100") int peoplePerNetwork,
        @DefaultValue("24h") Span cooling,
        @DefaultValue("1m") Span heartbeat) {

    private static final Duration SHORTEST_HEARTBEAT = Duration.ofSeconds(1);

    public Settings {
        var url = baseUrl.toString();
        baseUrl = url.endsWith("/") ? URI.create(url.substring(0, url.length() - 1)) : baseUrl;
        check(isAddress(baseUrl), "mainline.base-url", url);
        check(peoplePerNetwork > 0 && peoplePerNetwork <= 1_000_000, "mainline.people-per-network", peoplePerNetwork);
        check(quota.toBytes() > 0, "mainline.quota", quota);
        check(heartbeat.length().compareTo(SHORTEST_HEARTBEAT) >= 0, "mainline.heartbeat", heartbeat.length());
        check(mail.port() > 0 && mail.port() < 65536, "mainline.mail.port", mail.port());
    }

    private static void check(boolean fine, String name, Object value) {
        if (!fine) throw WrongSetting.refused(name, value.toString());
    }

    private static boolean isAddress(URI address) {
        return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                && (address.getHost() != null
                        || MailAddress.host(named(address)).isPresent())
                && !String.valueOf(address.getRawAuthority()).contains("@")
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    /** The host as it is written, which is not known as one when it has letters beyond ASCII. */
    private static String named(URI address) {
        var authority = address.getAuthority() == null ? "" : address.getAuthority();
        return authority.replaceFirst("^.*@", "").replaceFirst(":\\d*$", "");
    }

    /** The absolute address of a path that begins with a slash. */
    public String address(String path) {
        return baseUrl + path;
    }

    /** The name this installation has in mail: the host people reach it at, else that of the sender it was given. */
    public String host() {
        var host = named(baseUrl);
        var named = MailAddress.host(host);
        if (named.isPresent() && !isOwnMachine(named.get())) return named.get();
        var sender = mail.from() == null ? Optional.<String>empty() : senderHost(mail.from());
        // The address of a machine stands in brackets in mail.
        return sender.orElseGet(() -> named.orElse(host.matches("[0-9.]+") ? "[" + host + "]" : "localhost"));
    }

    private static boolean isOwnMachine(String host) {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    private static Optional<String> senderHost(String from) {
        return MailAddress.read(from.replaceFirst("^.*<", "").replaceFirst(">\\s*$", ""))
                .map(MailAddress::host)
                .filter(host -> !isOwnMachine(host));
    }

    /**
     * An external PostgreSQL when the URL is set, else the embedded one. Providers hand out addresses like
     * {@code postgres://user:password@host/name}: a user name and password in one are taken out of it, and count when
     * none are set by themselves.
     */
    public record Database(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password) {
        private static final Pattern ADDRESS = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:([^/?@]*)@)?(.*)");

        boolean isExternal() {
            return url != null && !url.isBlank();
        }

        /** The address the driver is given; throws {@link Refusal} when it is not one of PostgreSQL. */
        String jdbcUrl() {
            return "jdbc:postgresql://" + address().group(2);
        }

        @Nullable
        String login() {
            return username != null ? username : inAddress(0);
        }

        @Nullable
        String secret() {
            return password != null ? password : inAddress(1);
        }

        private @Nullable String inAddress(int part) {
            var person = address().group(1);
            if (person == null) return null;
            var parts = person.split(":", 2);
            if (part >= parts.length) return null;
            try {
                // A plus sign is itself in this part of an address, unlike in a form.
                return URLDecoder.decode(parts[part].replace("+", "%2B"), UTF_8);
            } catch (IllegalArgumentException e) {
                throw new Refusal(
                        "A percent sign in the user or password of the database's address is written %25.", e);
            }
        }

        private Matcher address() {
            var matcher = ADDRESS.matcher(String.valueOf(url).strip());
            // Never print the address itself: a password may stand in it.
            if (!matcher.matches())
                throw new Refusal("The address of the database does not begin with postgresql:// and a host.");
            return matcher;
        }
    }

    /**
     * An SMTP server when the host is set, else mail goes to the folder {@code outbox}.
     *
     * @param from the sender; Mainline at this installation's own host when there is none
     */
    public record Mail(
            @Nullable String host,
            @DefaultValue("587") int port,
            @Nullable String username,
            @Nullable String password,
            @Nullable String from,
            @DefaultValue("STARTTLS") Tls tls) {
        /** How the connection to the mail server is protected. */
        public enum Tls {
            NONE,
            STARTTLS,
            IMPLICIT
        }

        boolean isSmtp() {
            return host != null && !host.isBlank();
        }
    }

    /** @param allowPrivate addresses of private networks and of this machine are asked as well */
    public record Outgoing(@DefaultValue("false") boolean allowPrivate) {}
}
