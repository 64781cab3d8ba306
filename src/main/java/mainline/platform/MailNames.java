package mainline.platform;

import jakarta.mail.internet.HeaderTokenizer;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How mails and lists of this installation are named all over the world.
 *
 * @param origin tells two installations of one host apart, such as on two ports
 */
record MailNames(String host, String origin) {
    static MailNames of(Settings settings) {
        return new MailNames(
                settings.host(),
                "mainline-" + Integer.toHexString(settings.baseUrl().hashCode()));
    }

    String id(String name) {
        if (!name.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*"))
            throw new IllegalArgumentException("Not a name for a mail: " + name);
        return "<" + name + "." + origin + "@" + host + ">";
    }

    /** As RFC 2919 wants it; a part of an address may be in any script. */
    String list(String slug, String title) {
        String label = Arrays.stream(slug.split("\\.")).map(Punycode::ascii).collect(Collectors.joining("."));
        return phrase(title) + " <" + label + "." + host.replaceAll("[\\[\\]]", "") + ">";
    }

    private static String phrase(String title) {
        String line = title.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        try {
            String encoded = MimeUtility.encodeWord(line, "UTF-8", null);
            return encoded.equals(line) ? MimeUtility.quote(line, HeaderTokenizer.RFC822) : encoded;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
