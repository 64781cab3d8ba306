package mainline.platform;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Brings waiting mail to the mail server, or to the folder {@code outbox} where there is none. */
@Component
class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(5);
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final OutgoingMailStore store;
    private final Settings settings;
    private final DataFolder folder;
    private final Clock clock;
    private final JavaMailSenderImpl sender;

    Delivery(OutgoingMailStore store, Settings settings, DataFolder folder, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
        this.sender = sender(settings.mail());
    }

    /** Sends all that is due. A mail that fails waits longer each time and is given up after some days. */
    void deliver() {
        while (true) {
            var now = clock.instant();
            var mail = store.take(now, now.plus(LONGEST_ATTEMPT));
            if (mail.isEmpty()) return;
            attempt(mail.get(), now);
        }
    }

    private void attempt(OutgoingMail mail, Instant now) {
        try {
            var message = write(mail, now);
            if (settings.mail().isSmtp()) sender.send(message);
            else file(message, mail, now);
            store.remove(mail);
        } catch (MailException | MessagingException | IOException e) {
            if (mail.isHopeless()) {
                log.warn("A mail was given up after {} attempts: {}", mail.attempts(), reason(e));
                store.remove(mail);
            } else {
                log.warn("A mail could not be sent and waits for another attempt: {}", reason(e));
                store.postpone(mail, now.plus(OutgoingMail.pauseAfter(mail.attempts())), reason(e));
            }
        }
    }

    private MimeMessage write(OutgoingMail mail, Instant now) throws MessagingException {
        var letter = mail.letter();
        var message = new Message(
                sender,
                "<" + mail.id() + "." + settings.baseUrl().hashCode() + "@"
                        + Objects.requireNonNullElse(settings.baseUrl().getHost(), "localhost") + ">");
        message.setFrom(new InternetAddress(settings.mail().from(), true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setText(letter.text(), "UTF-8");
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var header : letter.headers().entrySet()) message.setHeader(header.getKey(), header.getValue());
        message.saveChanges();
        return message;
    }

    private void file(MimeMessage message, OutgoingMail mail, Instant now) throws IOException, MessagingException {
        var outbox = folder.privateFolder("outbox");
        var name = FILE_TIME.format(now) + "-" + mail.id() + ".eml";
        var part = outbox.resolve("." + name);
        try (var out = Files.newOutputStream(part)) {
            message.writeTo(out);
        }
        Files.move(part, outbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static JavaMailSenderImpl sender(Settings.Mail mail) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setUsername(mail.username());
        sender.setPassword(mail.password());
        sender.setDefaultEncoding("UTF-8");
        sender.setJavaMailProperties(transport(mail));
        return sender;
    }

    private static Properties transport(Settings.Mail mail) {
        var timeout = Long.toString(Duration.ofSeconds(30).toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.auth", Boolean.toString(mail.username() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (mail.tls()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    /** Keeps the id it is given, so that a mail sent twice after a crash can be known as one. */
    private static final class Message extends MimeMessage {
        private final String id;

        Message(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
