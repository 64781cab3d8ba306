package mainline.platform;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends mail: kept with the act that wrote it, sent after that act is committed, repeated until it is delivered or refused for good. */
@Component
public class Post {
    private static final Duration LEFT = Duration.ofMinutes(10);

    private final OutgoingMailStore store;
    private final Errands errands;
    private final Delivery delivery;
    private final Settings settings;
    private final MailNames names;
    private final DataFolder folder;
    private final Clock clock;

    Post(
            OutgoingMailStore store,
            Errands errands,
            Delivery delivery,
            Settings settings,
            DataFolder folder,
            Clock clock) {
        this.store = store;
        this.errands = errands;
        this.delivery = delivery;
        this.settings = settings;
        this.names = MailNames.of(settings);
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

    /**
     * The name of a mail, or of a matter that mails are about, as it is the only one in the world.
     *
     * @param name only here, such as {@code comment-12.harbour}: letters, digits, hyphens and dots
     */
    public String id(String name) {
        return names.id(name);
    }

    /** The name of what mails are gathered under, such as a community by the first part of its addresses. */
    public String list(String slug, String title) {
        return names.list(slug, title);
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

    /** Those of these addresses that are not written to. */
    @Transactional(readOnly = true)
    public Set<String> refusedAmong(List<String> addresses) {
        return addresses.isEmpty() ? Set.of() : store.refusedAmong(addresses);
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
        deliver(store.again(plain(address), clock.instant()));
    }

    /** The same for every address, when the fault was on our side. */
    @Transactional
    public void sendAllAgain() {
        deliver(store.allAgain(clock.instant()));
    }

    /** How many addresses are not written to. */
    @Transactional(readOnly = true)
    public long refusing() {
        return store.countRefused();
    }

    /** Takes the letter, with the transaction of the act it tells of. Returns at once. */
    @Transactional
    public void send(Letter letter) {
        send(List.of(letter), null);
    }

    /** The same for many. */
    @Transactional
    public void send(List<Letter> letters) {
        send(letters, null);
    }

    /** @param waiter the hash of a secret by which whoever waits for it can ask after it */
    @Transactional
    public void send(Letter letter, byte @Nullable [] waiter) {
        send(List.of(letter), waiter);
    }

    private void send(List<Letter> letters, byte @Nullable [] waiter) {
        List<Letter> addressed =
                letters.stream().map(letter -> letter.to(plain(letter.to()))).toList();
        Set<String> refused = store.hold(addressed.stream().map(Letter::to).toList());
        deliverNew(store.add(
                addressed.stream()
                        .filter(letter -> !refused.contains(letter.to()))
                        .toList(),
                waiter,
                clock.instant()));
    }

    /** Mail that processes of an earlier version have left. They may still be at what was due a moment ago. */
    @Transactional
    void takeUp() {
        deliver(store.left(clock.instant().minus(LEFT)));
    }

    /** Mail that may have an errand already. */
    private void deliver(List<Long> mails) {
        for (long mail : mails) errands.send(Sending.ERRAND, Long.toString(mail), new Sending(mail));
    }

    private void deliverNew(List<Long> mails) {
        errands.send(Sending.ERRAND, mails.stream().collect(toMap(String::valueOf, Sending::new)));
    }

    /** Tries once, without keeping the letter: for what has to be said when nothing can be stored. */
    public void sendPastDatabase(Letter letter) {
        delivery.deliverUnstored(letter);
    }

    private static String plain(String address) {
        return MailAddress.read(address).map(MailAddress::text).orElse(address);
    }
}
