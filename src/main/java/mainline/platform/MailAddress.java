package mainline.platform;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail address that can be sent to. However it was spelled, one mailbox is one value: lower case, no dot at the end, the
 * host as name servers know it.
 *
 * @param local before the @, as carriers hand them out, two dots in a row or one at the end included
 * @param host after it, in ASCII
 */
public record MailAddress(String local, String host) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    // What people copy along with an address without seeing it.
    private static final Pattern UNSEEN = Pattern.compile("^[\\s\\p{Cf}\\p{Z}]+|[\\s\\p{Cf}\\p{Z}]+$");
    private static final Pattern LOCAL = Pattern.compile("[^\\s\\p{Z}\\p{C}@<>\"(),:;\\\\\\[\\]]+");
    private static final Pattern DOTS = Pattern.compile("[.\u3002\uff0e\uff61]");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}\\p{So}\\p{Sk}\u00b7\u200c\u200d-]+");
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final Pattern ATOMS = Pattern.compile("[^.]+(?:\\.[^.]+)*");

    /** @return nothing for what no server could be asked to take */
    public static Optional<MailAddress> read(String typed) {
        String plain = UNSEEN.matcher(typed).replaceAll("").replace('\uff20', '@');
        int at = plain.lastIndexOf('@');
        if (at < 0) return Optional.empty();
        String local = Normalizer.normalize(plain.substring(0, at).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (!LOCAL.matcher(local).matches() || bytes(local) > LONGEST_LOCAL) return Optional.empty();
        return host(plain.substring(at + 1))
                .map(host -> new MailAddress(local, host))
                .filter(address -> bytes(address.text()) <= LONGEST);
    }

    /** The name of a host in ASCII, whichever letters it was written in. */
    static Optional<String> host(String typed) {
        String mapped = Normalizer.normalize(
                Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        String[] labels = DOTS.split(mapped.endsWith(".") ? mapped.substring(0, mapped.length() - 1) : mapped, -1);
        String ascii = Arrays.stream(labels).map(MailAddress::label).collect(Collectors.joining("."));
        boolean known = Arrays.stream(ascii.split("\\.", -1)).noneMatch(String::isEmpty);
        // No top-level name is a number, so this is the address of a machine, to which no mail is sent.
        return known && !labels[labels.length - 1].matches("\\d+") ? Optional.of(ascii) : Optional.empty();
    }

    /** Empty for what is no part of a host's name. */
    private static String label(String label) {
        if (!LETTERS.matcher(label).matches() || label.startsWith("-") || label.endsWith("-")) return "";
        String ascii = Punycode.ascii(label);
        boolean fits = ascii.length() <= LONGEST_LABEL && PLAIN.matcher(ascii).matches();
        return fits
                        && Punycode.unicode(ascii)
                                .filter(read -> isSame(label, ascii, read))
                                .isPresent()
                ? ascii
                : "";
    }

    /** What is encoded stands for what it says, and nothing is encoded twice. */
    private static boolean isSame(String label, String ascii, String read) {
        return read.equals(label)
                ? !label.startsWith("xn--")
                : LETTERS.matcher(read).matches() && Punycode.ascii(read).equals(ascii);
    }

    /** What an account is found by and mail is kept under. */
    public String text() {
        return local + "@" + host;
    }

    /** As its owner would write it. */
    public String shown() {
        return local + "@"
                + Arrays.stream(host.split("\\."))
                        .map(label -> Punycode.unicode(label).orElse(label))
                        .collect(Collectors.joining("."));
    }

    /** This address in every form in which one was kept before all of them were read alike, the present one first. */
    public Stream<String> spellings() {
        return Stream.of(text(), shown(), text() + ".", shown() + ".").distinct();
    }

    /** As mail servers are told it: what is no row of words between dots stands in quotes there. */
    String wire() {
        return ATOMS.matcher(local).matches() ? text() : "\"" + local + "\"@" + host;
    }

    /** Whether only a server that takes letters of every script before the @ can be given it (RFC 6531). */
    public boolean needsUtf8() {
        return local.chars().anyMatch(c -> c > 127);
    }

    private static int bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
