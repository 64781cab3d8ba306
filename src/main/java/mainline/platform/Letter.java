package mainline.platform;

import java.util.Map;

/**
 * A mail in plain text.
 *
 * @param to one address, {@code name@host}
 * @param headers further headers, such as {@code List-Unsubscribe}
 */
public record Letter(String to, String subject, String text, Map<String, String> headers) {
    public Letter {
        subject = oneLine(subject);
        headers.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9-]+") || !value.equals(oneLine(value)))
                throw new IllegalArgumentException("Not a mail header: " + name);
        });
        headers = Map.copyOf(headers);
    }

    public Letter(String to, String subject, String text) {
        this(to, subject, text, Map.of());
    }

    Letter to(String address) {
        return new Letter(address, subject, text, headers);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
