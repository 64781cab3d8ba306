package mainline.platform;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends mail: kept with the act that wrote it, sent after that act is committed, repeated until it is delivered. */
@Component
public class Post {
    private final OutgoingMailStore store;
    private final Delivery delivery;
    private final Settings settings;
    private final DataFolder folder;
    private final Clock clock;

    Post(OutgoingMailStore store, Delivery delivery, Settings settings, DataFolder folder, Clock clock) {
        this.store = store;
        this.delivery = delivery;
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
    }

    /** Where mail goes. */
    public sealed interface Mode {
        record Smtp(String host, int port) implements Mode {}

        record Outbox(Path folder) implements Mode {}
    }

    public Mode mode() {
        var host = settings.mail().host();
        return host == null || host.isBlank()
                ? new Mode.Outbox(folder.resolve("outbox"))
                : new Mode.Smtp(host, settings.mail().port());
    }

    /** How many mails wait to be sent. */
    @Transactional(readOnly = true)
    public long waiting() {
        return store.count();
    }

    /** How many of these were tried in vain, and are tried again. */
    @Transactional(readOnly = true)
    public long failing() {
        return store.countFailing();
    }

    /** Takes the letter, with the transaction of the act it tells of. Returns at once. */
    @Transactional
    public void send(Letter letter) {
        store.add(letter, clock.instant());
        // Commands end before a thread of theirs would have sent it, and tests look at what waits.
        if (settings.serving() && settings.jobs())
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    Thread.ofVirtual().name("mail").start(delivery::deliver);
                }
            });
    }
}
