package mainline.platform;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** The mail server of the settings, and whether it takes addresses with letters of every script. */
final class MailServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_OF_A_PAGE = Duration.ofSeconds(4);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(30);

    private record Known(boolean utf8, Instant until) {}

    private final Settings.Mail settings;
    /** Made once: each looks through the jars for who knows SMTP. */
    private final Supplier<Session> plain = SingletonSupplier.of(() -> session(false, PATIENCE));

    private final Supplier<Session> utf8 = SingletonSupplier.of(() -> session(true, PATIENCE));
    private volatile @Nullable Known known;

    MailServer(Settings.Mail settings) {
        this.settings = settings;
    }

    /** Ready for letters; {@code supportsExtension} says what it can do. */
    SMTPTransport connect(Session session) throws MessagingException {
        SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
        transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
        known = new Known(transport.supportsExtension("SMTPUTF8"), Instant.now().plus(KNOWN_FOR));
        return transport;
    }

    Session session(boolean needsUtf8) {
        return (needsUtf8 ? utf8 : plain).get();
    }

    /** @param patience for each answer */
    Session session(boolean utf8, Duration patience) {
        return Session.getInstance(transport(utf8, patience));
    }

    /** @return nothing when the server cannot be asked at present */
    Optional<Boolean> takesUtf8() {
        Known before = known;
        if (before != null && before.until().isAfter(Instant.now())) return Optional.of(before.utf8());
        try {
            Transport asked = connect(Session.getInstance(transport(false, PATIENCE_OF_A_PAGE)));
            close(asked);
        } catch (MessagingException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(known).map(Known::utf8);
    }

    /** What goes wrong when taking leave takes nothing back. */
    static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The server has hung up first.
        }
    }

    private Properties transport(boolean utf8, Duration patience) {
        var timeout = Long.toString(patience.toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
        switch (settings.tls()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }
}
