package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From where people have signed in before: browsers, by a cookie that outlives the session, and networks. Who comes from
 * there is no stranger, and what strangers try in a person's name does not keep that person out.
 */
@Component
class Familiars {
    private static final Duration NETWORK = Duration.ofDays(30);
    private static final int MOST = 100;

    /** Who comes, as far as it can be told before the password is looked at. */
    enum Kind {
        DEVICE,
        NETWORK,
        STRANGER
    }

    /** @param key shared by all who come this way in the name of the same address */
    record Way(Kind kind, String key) {}

    private final FamiliarStore store;
    private final SignInStore signIns;
    private final Clock clock;

    Familiars(FamiliarStore store, SignInStore signIns, Clock clock) {
        this.store = store;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Asks the same of the database whether there is a person of that address or not. */
    Way of(String mail, HttpServletRequest request) {
        Optional<Secret> cookie = SecretCookie.DEVICE.read(request);
        byte[] device = mark(mail, cookie.orElseGet(Secret::random).text());
        byte[] network = mark(mail, Network.of(request));
        List<byte[]> known = store.known(device, network, clock.instant());
        if (has(known, device)) return way(Kind.DEVICE, device);
        if (has(known, network)) return way(Kind.NETWORK, network);
        return new Way(Kind.STRANGER, mail);
    }

    /** The person has signed in by this request. */
    @Transactional
    public void remember(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        String mail = signIns.of(person).map(SignInStore.SignIn::mail).orElse(null);
        if (mail == null) return;
        Secret device = SecretCookie.DEVICE.read(request).orElseGet(Secret::random);
        Instant now = clock.instant();
        store.add(person, mark(mail, device.text()), now.plus(SecretCookie.DEVICE.age()));
        store.add(person, mark(mail, Network.of(request)), now.plus(NETWORK));
        store.keepLast(person, MOST);
        SecretCookie.DEVICE.write(request, response, device);
    }

    /** With the mail in it, so that nobody can tell from two marks that two people share a browser. */
    private static byte[] mark(String mail, String from) {
        return new Secret(mail + " " + from).hash();
    }

    private static Way way(Kind kind, byte[] mark) {
        return new Way(kind, HexFormat.of().formatHex(mark));
    }

    private static boolean has(List<byte[]> known, byte[] mark) {
        return known.stream().anyMatch(each -> Arrays.equals(each, mark));
    }
}
