package mainline.look;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A link in a mail, to a page of this installation.
 *
 * @param address absolute; in ASCII behind the host, since mail programs find the end of a bare address by that
 */
public record MailLink(String label, String address) {
    private static final Pattern WEB = Pattern.compile("(https?://[^\\s/\"<>]+)([^\\s\"<>]*)");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7f]+");

    public MailLink {
        var parts = WEB.matcher(address);
        if (!parts.matches()) throw new IllegalArgumentException("Not the whole address of a page: " + address);
        address = parts.group(1)
                + BEYOND_ASCII
                        .matcher(parts.group(2))
                        .replaceAll(part -> URLEncoder.encode(part.group(), StandardCharsets.UTF_8));
    }
}
