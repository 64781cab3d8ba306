package mainline.platform;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who mail comes from: what the settings say, else Mainline at this installation's own host. */
record Sender(String name, String address) {
    private static final Pattern NAMED = Pattern.compile("\\s*\"?(.*?)\"?\\s*<([^<>]*)>\\s*");

    /** @throws Refusal when the settings name a sender that is no address */
    static Sender of(Settings settings) {
        String from = settings.mail().from();
        if (from == null || from.isBlank()) return new Sender("Mainline", "mainline@" + settings.host());
        Matcher named = NAMED.matcher(from);
        String address = named.matches() ? named.group(2) : from;
        return MailAddress.read(address)
                .map(read -> new Sender(named.matches() ? named.group(1) : "", read.wire()))
                .orElseThrow(() -> new Refusal("MAINLINE_MAIL_FROM is not a mail address: " + from
                        + ". Write it as name@example.org or as Name <name@example.org>."));
    }

    /** @param other in whose name, if not in its own */
    InternetAddress written(@Nullable String other) {
        String shown = other == null ? name : other;
        try {
            return new InternetAddress(address, shown.isEmpty() ? null : shown, "UTF-8");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
