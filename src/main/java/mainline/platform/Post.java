package mainline.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends mail: kept with the act that wrote it, sent after that act is committed, repeated until it is delivered or refused for good. */
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

    /** Whether mail to this address could leave here, as far as the mail server can be asked now. */
    public boolean takes(MailAddress address) {
        return delivery.takes(address);
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

    /** What was tried and has not arrived, the newest first. */
    @Transactional(readOnly = true)
    public List<Unsent> unsent(int most) {
        return store.unsent(most);
    }

    /** The addresses that are not written to, the newest first. */
    @Transactional(readOnly = true)
    public List<RefusedAddress> refused(int most) {
        return store.refused(most);
    }

    @Transactional(readOnly = true)
    public Optional<RefusedAddress> refused(String address) {
        return store.refused(plain(address));
    }

    /** The letter that whoever holds this secret waits for, as long as it has not arrived. */
    @Transactional(readOnly = true)
    public Optional<Unsent> awaited(byte[] waiter) {
        return store.awaited(waiter);
    }

    /** Its owner says that this address is right: letters written from now on are sent. */
    @Transactional
    public void confirm(String address) {
        store.clear(plain(address));
    }

    /** What hindered mail to this address is mended: also what was kept for it is sent. */
    @Transactional
    public void sendAgain(String address) {
        store.again(plain(address), clock.instant());
        deliverAfterwards();
    }

    /** The same for every address, when the fault was on our side. */
    @Transactional
    public void sendAllAgain() {
        store.allAgain(clock.instant());
        deliverAfterwards();
    }

    /** How many addresses are not written to. */
    @Transactional(readOnly = true)
    public long refusing() {
        return store.countRefused();
    }

    /** Takes the letter, with the transaction of the act it tells of. Returns at once. */
    @Transactional
    public void send(Letter letter) {
        send(letter, null);
    }

    /** @param waiter the hash of a secret by which whoever waits for it can ask after it */
    @Transactional
    public void send(Letter letter, byte @Nullable [] waiter) {
        Letter addressed = letter.to(plain(letter.to()));
        if (store.hold(addressed.to())) return;
        store.add(addressed, waiter, clock.instant());
        deliverAfterwards();
    }

    private void deliverAfterwards() {
        // Commands end before a thread of theirs would have sent it, and tests look at what waits.
        if (settings.serving() && settings.jobs())
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    Thread.ofVirtual().name("mail").start(delivery::deliver);
                }
            });
    }

    /** Tries once, without keeping the letter: for what has to be said when nothing can be stored. */
    public void sendPastDatabase(Letter letter) {
        delivery.deliverUnstored(letter);
    }

    private static String plain(String address) {
        return MailAddress.read(address).map(MailAddress::text).orElse(address);
    }
}
