package mainline.platform;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings waiting mail to the mail server, or to the folder {@code outbox} where there is none. */
@Component
class Delivery implements ErrandRunner<Sending> {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(5);
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Undelivered NO_ADDRESS =
            new Undelivered(Undelivered.Course.NEVER_AGAIN, "This is no address that mail can be sent to.");
    private static final Undelivered NO_UTF8 = new Undelivered(
            Undelivered.Course.NEVER_AGAIN,
            "The mail server of this installation takes only a to z, digits and signs before the @ (no SMTPUTF8).");

    private final OutgoingMailStore store;
    private final MailPause pause;
    private final Settings settings;
    private final DataFolder folder;
    private final Clock clock;
    private final MailServer server;
    private final Sender sender;
    private final Mime mime;

    Delivery(OutgoingMailStore store, MailPause pause, Settings settings, DataFolder folder, Clock clock) {
        this.store = store;
        this.pause = pause;
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
        this.server = new MailServer(settings.mail());
        this.sender = Sender.of(settings);
        this.mime = new Mime(sender, MailNames.of(settings));
    }

    /** Whether mail to this address could leave, as far as the mail server can be asked now. */
    boolean takes(MailAddress address) {
        return !settings.mail().isSmtp()
                || !address.needsUtf8()
                || server.takesUtf8().orElse(true);
    }

    /** A mail server that knows no sender would be given one without anybody having said so. */
    @EventListener(ApplicationReadyEvent.class)
    void tellTheSender() {
        var from = settings.mail().from();
        if (!settings.serving() || !settings.mail().isSmtp() || (from != null && !from.isBlank())) return;
        if (settings.host().equals("localhost"))
            log.warn(
                    "Mail is sent as {}, which other servers refuse: set MAINLINE_MAIL_FROM (or MAINLINE_BASE_URL).",
                    sender);
        else log.info("Mail is sent as {}; MAINLINE_MAIL_FROM sets another sender.", sender);
    }

    @Override
    public Errand<Sending> errand() {
        return Sending.ERRAND;
    }

    @Override
    public boolean isSlow() {
        return settings.mail().isSmtp();
    }

    /** Sends a mail that is still to be sent. What the server may take later waits; what it never will is kept aside. */
    @Override
    public void run(Sending sending, int attempt) {
        pause.heed();
        var now = clock.instant();
        var taken = store.take(sending.mail(), now, now.plus(LONGEST_ATTEMPT));
        if (taken.isEmpty() && store.waits(sending.mail())) throw new NotYet("Another process is at it.");
        taken.ifPresent(mail ->
                attempt(mail, now).ifPresentOrElse(why -> keep(mail, why, attempt, now), () -> store.remove(mail)));
    }

    /** @return what went wrong */
    private Optional<Undelivered> attempt(OutgoingMail mail, Instant now) {
        var to = MailAddress.read(mail.letter().to());
        if (to.isEmpty()) return Optional.of(NO_ADDRESS);
        try {
            if (settings.mail().isSmtp()) return send(mail, to.get(), now);
            file(mime.write(mail, to.get(), server.session(to.get().needsUtf8()), now), mail, now);
            return Optional.empty();
        } catch (MessagingException | IOException e) {
            return Optional.of(Undelivered.because(e));
        }
    }

    /** Once, through the mail server if there is one; into the outbox it would be another file on a full disk. */
    void deliverUnstored(Letter letter) {
        if (!settings.mail().isSmtp()) return;
        var now = clock.instant();
        attempt(new OutgoingMail(now.toEpochMilli(), letter), now)
                .ifPresent(why -> log.warn("A mail to an operator could not be sent: {}", why.reason()));
    }

    private Optional<Undelivered> send(OutgoingMail mail, MailAddress to, Instant now) throws MessagingException {
        var session = server.session(to.needsUtf8());
        var message = mime.write(mail, to, session, now);
        var transport = server.connect(session);
        try {
            if (to.needsUtf8() && !transport.supportsExtension("SMTPUTF8")) return Optional.of(NO_UTF8);
            transport.sendMessage(message, new Address[] {Mime.address(to)});
            return Optional.empty();
        } finally {
            MailServer.close(transport);
        }
    }

    private void keep(OutgoingMail mail, Undelivered why, int attempt, Instant now) {
        if (why.course() == Undelivered.Course.NEVER_AGAIN) {
            log.warn("An address is not written to any more, see /admin/outbox: {}", why.reason());
            store.refuse(mail, why.reason(), now);
        } else if (why.course() == Undelivered.Course.GIVE_UP || attempt >= Waits.LAST_ATTEMPT) {
            log.warn("A mail was given up after {} attempts, see /admin/outbox: {}", attempt, why.reason());
            store.giveUp(mail, why.reason(), now);
        } else {
            store.postpone(mail, now.plus(Waits.after(attempt)), why.reason());
            throw new NotYet(why.reason());
        }
    }

    private void file(MimeMessage message, OutgoingMail mail, Instant now) throws IOException, MessagingException {
        var outbox = folder.privateFolder("outbox");
        var name = FILE_TIME.format(now) + "-" + mail.id() + ".eml";
        var part = outbox.resolve("." + name);
        // What encodes a mail writes it byte by byte.
        try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
            message.writeTo(out);
        }
        Files.move(part, outbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
