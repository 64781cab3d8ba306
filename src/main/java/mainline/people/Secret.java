package mainline.people;

import java.security.SecureRandom;
import java.util.Base64;
import mainline.kernel.Sha256;

/** A random key of 256 bits for an address or a cookie; only its hash is ever stored. */
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
