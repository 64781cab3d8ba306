package mainline.notices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mainline.kernel.PersonId;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses by which mail is ended without signing in. Whoever holds a letter holds them, so all they do is to end
 * mail, and they tell nothing.
 */
@Component
class Wishes {
    static final String PATH = "/unsubscribe/";
    private static final int BYTES = 16;

    private final DigestStore store;
    private final Follows follows;
    private final WayChoice ways;
    private final Settings settings;
    private volatile @Nullable SecretKeySpec known;

    Wishes(DigestStore store, Follows follows, WayChoice ways, Settings settings) {
        this.store = store;
        this.follows = follows;
        this.ways = ways;
        this.settings = settings;
    }

    /** The absolute address at which this wish is put. */
    String address(Wish wish) {
        return settings.address(PATH + token(wish));
    }

    String token(Wish wish) {
        String code = wish.code();
        return code + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sign(code));
    }

    /** @return nothing for what was not signed here */
    Optional<Wish> read(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0) return Optional.empty();
        String code = token.substring(0, dot);
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
        return MessageDigest.isEqual(given, sign(code)) ? Wish.of(code) : Optional.empty();
    }

    /** Doing it twice changes nothing. */
    @Transactional
    public void fulfil(Wish wish) {
        PersonId person = wish.person();
        Ways now = ways.of(person);
        switch (wish.of()) {
            case Wish.Everything all -> ways.choose(person, now.mailing(false, Ways.Digest.NEVER));
            case Wish.Direct direct -> ways.choose(person, now.mailing(false, now.digest()));
            case Wish.Digest digest -> ways.choose(person, now.mailing(now.mails(), Ways.Digest.NEVER));
            case Wish.Thing thing -> follows.choose(person, thing.community(), thing.what(), Level.NOTHING);
        }
    }

    private byte[] sign(String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            return Arrays.copyOf(mac.doFinal(code.getBytes(StandardCharsets.UTF_8)), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec key = known;
        if (key == null) {
            if (store.key().isEmpty()) {
                byte[] fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                store.keepKey(fresh);
            }
            key = new SecretKeySpec(store.key().orElseThrow(), "HmacSHA256");
            known = key;
        }
        return key;
    }
}
