package mainline.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail, in plain text and, if there is one, in mark-up that says the same.
 *
 * @param to one address, {@code name@host}
 * @param sender in whose name it comes, such as a community's; null for that of the settings
 * @param headers further headers, each on one line; a long one is folded on its way
 */
public record Letter(
        String to,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String sender,
        Map<String, String> headers) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
    // No line of a mail is longer (RFC 5322, 2.1.1), and what has no space cannot be folded.
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}\\u0085\\u2028\\u2029]{1,4000}");
    private static final Pattern TOO_LONG = Pattern.compile("\\S{900,}");
    private static final Pattern ADDRESS = Pattern.compile("(https?://)([^/:?#\\s]+)(\\S*)");
    /** Given by us to every mail. */
    private static final List<String> OURS =
            List.of("From", "To", "Subject", "Date", "Auto-Submitted", "MIME-Version", "Content-Type", "Bcc", "Cc");

    public Letter {
        subject = oneLine(subject);
        headers.forEach(Letter::check);
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public Letter(String to, String subject, String text) {
        this(to, subject, text, null, null, Map.of());
    }

    public Letter(String to, String subject, String text, @Nullable String html) {
        this(to, subject, text, html, null, Map.of());
    }

    private static void check(String name, String value) {
        boolean fine = NAME.matcher(name).matches()
                && OURS.stream().noneMatch(name::equalsIgnoreCase)
                && VALUE.matcher(value).matches()
                && !TOO_LONG.matcher(value).find();
        if (!fine) throw new IllegalArgumentException("Not a header to give a mail: " + name);
    }

    public Letter with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Letter(to, subject, text, html, sender, more);
    }

    /** In the name of a community, as it stands in a list of mails. A name that looks like an address would be taken for one. */
    public Letter from(String name) {
        String plain = oneLine(name);
        return new Letter(to, subject, text, html, plain.isEmpty() || plain.contains("@") ? null : plain, headers);
    }

    /** Its own name, see {@link Post#id}. Sent twice under one name, it is one mail to most programs. */
    public Letter named(String id) {
        return with("Message-ID", id);
    }

    /**
     * Makes mail programs show it with others of the same matter.
     *
     * @param ids of what it follows, the oldest first; a mail of that name need never have been sent
     */
    public Letter following(List<String> ids) {
        return with("References", String.join(" ", ids)).with("In-Reply-To", ids.getLast());
    }

    /** What people may sort it by, see {@link Post#list}. */
    public Letter ofList(String list) {
        return with("List-Id", list);
    }

    /**
     * Makes mail programs show a button that ends such mail.
     *
     * @param address of this installation, which ends it when a POST comes, from nobody who is signed in (RFC 8058), and asks when it is opened
     */
    public Letter endedAt(String address) {
        return chosenAt(address).with("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** Makes mail programs lead to where one chooses what is mailed. */
    public Letter chosenAt(String address) {
        return with("List-Unsubscribe", "<" + ascii(address) + ">");
    }

    private static String ascii(String address) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) throw new IllegalArgumentException("Not the address of a page: " + address);
        String host = MailAddress.host(parts.group(2)).orElse(parts.group(2));
        return URI.create(parts.group(1) + host + parts.group(3)).toASCIIString();
    }

    Letter to(String address) {
        return new Letter(address, subject, text, html, sender, headers);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
