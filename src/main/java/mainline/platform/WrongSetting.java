package mainline.platform;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;

/** Says which setting cannot be read, and how a right one looks. */
public final class WrongSetting {
    private static final String SWITCH = "true or false";
    private static final Map<String, String> RIGHT = Map.ofEntries(
            Map.entry("mainline.data", "/var/lib/mainline"),
            Map.entry("mainline.base-url", "https://your.address"),
            Map.entry("mainline.mail.port", "587"),
            Map.entry("mainline.mail.tls", "STARTTLS, IMPLICIT or NONE"),
            Map.entry("mainline.outbound.allow-private", SWITCH),
            Map.entry("mainline.demo", SWITCH),
            Map.entry("mainline.jobs", SWITCH),
            Map.entry("mainline.serving", SWITCH),
            Map.entry("mainline.quota", "500MB or 2GB"),
            Map.entry("mainline.cooling", "24h, 3 days or 2 weeks"),
            Map.entry("mainline.heartbeat", "1m or 10 seconds"),
            Map.entry("mainline.people-per-network", "100"),
            Map.entry("server.port", "8080"),
            Map.entry("server.address", "127.0.0.1"));

    private WrongSetting() {}

    /** @return null when the failure has another cause */
    public static @Nullable Refusal in(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (!(at instanceof BindException bind) || bind.getProperty() == null) continue;
            var value = bind.getProperty().getValue();
            return refused(bind.getProperty().getName().toString(), String.valueOf(value));
        }
        return null;
    }

    /** @param name of the property, such as {@code mainline.cooling} */
    static Refusal refused(String name, String value) {
        var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        var right = RIGHT.get(name);
        var shown = name.contains("password") || name.contains("database") ? "what it is" : "“" + value + "”";
        return new Refusal("The setting " + variable + " (" + name + ") cannot be " + shown
                + (right == null ? "." : "; write it as in " + right + "."));
    }

    public static Refusal refusedPort(String value) {
        return refused("server.port", value);
    }
}
