package mainline.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key by which notes are checked, with the name of whoever signs.
 *
 * @param type of the signature as C2SP signed-note numbers them; only the two of Ed25519 can be checked
 * @param base64 of the key's bytes
 */
public record VerifierKey(String name, int type, String base64) {
    /** A plain Ed25519 signature. */
    public static final int ED25519 = 0x01;
    /** A witness's Ed25519 signature with its time. */
    public static final int COSIGNATURE = 0x04;

    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifierKey {
        checkName(name);
        Hash.base64(base64);
    }

    /** Reads {@code name+hash+base64}. @throws Malformed when it is none, or its hash is not the key's */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) throw new Malformed("not a verifier key: " + text);
        byte[] bytes = Hash.base64(parts[2]);
        if (bytes.length < 2) throw new Malformed("not a verifier key: " + text);
        String key = Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 1, bytes.length));
        VerifierKey read = new VerifierKey(parts[0], bytes[0] & 0xff, key);
        if (!HexFormat.of().formatHex(read.id()).equals(parts[1]))
            throw new Malformed("a verifier key whose hash does not fit: " + text);
        return read;
    }

    /** The key as it is handed on: {@code name+hash+base64}. */
    public String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** The same key and name for signatures of another type. */
    public VerifierKey as(int otherType) {
        return new VerifierKey(name, otherType, base64);
    }

    /** Whether signatures can be checked with it at all. */
    public boolean isUsable() {
        if (type != ED25519 && type != COSIGNATURE) return false;
        try {
            return Hash.base64(base64).length == 32 && key() != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    byte[] id() {
        byte[] label = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hash.of(label, typed()).bytes(), 4);
    }

    /** Whether the signature claims to be made with this key. */
    boolean made(Note.Signature signature) {
        return signature.name().equals(name) && Arrays.equals(signature.keyId(), id());
    }

    boolean verifies(String text, Note.Signature signature) {
        return switch (type) {
            case ED25519 -> verifies(text.getBytes(StandardCharsets.UTF_8), signature.bytes());
            case COSIGNATURE -> Cosignature.verifies(this, text, signature);
            default -> false;
        };
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            java.security.Signature check = java.security.Signature.getInstance("Ed25519");
            check.initVerify(key());
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static void checkName(String name) {
        boolean odd = name.isEmpty()
                || name.codePoints().anyMatch(c -> c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c));
        if (odd) throw new Malformed("not the name of a key: " + name);
    }

    private PublicKey key() throws GeneralSecurityException {
        byte[] raw = Hash.base64(base64);
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, ED25519_PREFIX.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private byte[] typed() {
        byte[] key = Hash.base64(base64);
        byte[] typed = new byte[key.length + 1];
        typed[0] = (byte) type;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }
}
