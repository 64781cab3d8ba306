package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Sends one letter while somebody watches: over the same way as all others, at once, past what waits, and with every word of
 * the mail server. Nothing of it is kept.
 */
@Component
public class MailProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration IN_ALL = Duration.ofSeconds(15);

    private final Settings.Mail settings;
    private final MailServer server;
    private final Mime mime;
    private final Clock clock;

    MailProbe(Settings settings, Clock clock) {
        this.settings = settings.mail();
        this.server = new MailServer(settings.mail());
        this.mime = new Mime(Sender.of(settings), MailNames.of(settings));
        this.clock = clock;
    }

    /** Takes fifteen seconds at most. */
    public MailTalk send(MailAddress to, Letter letter) {
        if (!settings.isSmtp()) return new MailTalk(List.of(), ProbeEnd.NO_SERVER);
        var dialogue = new MailDialogue(settings);
        var talk = new FutureTask<>(() -> talk(to, letter, dialogue));
        // Of a virtual thread an interrupt also ends what it reads from a socket.
        var thread = Thread.ofVirtual().name("mail probe").start(talk);
        ProbeEnd end = end(talk);
        thread.interrupt();
        return new MailTalk(dialogue.lines(), end);
    }

    private static ProbeEnd end(FutureTask<ProbeEnd> talk) {
        try {
            return talk.get(IN_ALL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return ProbeEnd.SILENT;
        } catch (ExecutionException e) {
            return ProbeEnd.OTHER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ProbeEnd.OTHER;
        }
    }

    private ProbeEnd talk(MailAddress to, Letter letter, MailDialogue dialogue) {
        var session = server.session(to.needsUtf8(), PATIENCE);
        session.setDebugOut(new PrintStream(dialogue, true, UTF_8));
        session.setDebug(true);
        try {
            var message = mime.write(new OutgoingMail(clock.millis(), letter), to, session, clock.instant());
            var transport = server.connect(session);
            try {
                if (to.needsUtf8() && !transport.supportsExtension("SMTPUTF8")) return ProbeEnd.NO_UTF8;
                transport.sendMessage(message, new Address[] {Mime.address(to)});
                return ProbeEnd.SENT;
            } finally {
                MailServer.close(transport);
            }
        } catch (AuthenticationFailedException e) {
            dialogue.add(
                    MailTalk.By.SERVER,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return ProbeEnd.of(e);
        } catch (MessagingException e) {
            return ProbeEnd.of(e);
        }
    }
}
