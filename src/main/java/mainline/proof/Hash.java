package mainline.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash: always 32 bytes. */
public final class Hash {
    public static final int LENGTH = 32;
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hash::digest);

    /** The root of the tree without leaves. */
    public static final Hash EMPTY = of();

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws Malformed unless there are 32 bytes */
    public static Hash read(byte[] bytes) {
        if (bytes.length != LENGTH) throw new Malformed("a hash of " + bytes.length + " bytes instead of 32");
        return new Hash(bytes.clone());
    }

    /** The hash that begins at that place of a tile. */
    static Hash read(byte[] bytes, int from) {
        return new Hash(Arrays.copyOfRange(bytes, from, from + LENGTH));
    }

    public static Hash readBase64(String text) {
        return read(base64(text));
    }

    public static Hash readHex(String text) {
        try {
            return read(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new Malformed("not a hash in hexadecimal: " + text);
        }
    }

    /** The SHA-256 of the parts, one after the other. */
    public static Hash of(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        for (byte[] part : parts) digest.update(part);
        return new Hash(digest.digest());
    }

    /** The hash of a leaf by RFC 6962, section 2.1. */
    public static Hash leaf(byte[] entry) {
        return of(LEAF, entry);
    }

    /** The hash of an inner node by RFC 6962, section 2.1. */
    public static Hash node(Hash left, Hash right) {
        return of(NODE, left.bytes, right.bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }

    /** Strictly: with its padding and without stray bits, so that one value has one spelling. */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Malformed("not base64: " + text);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
