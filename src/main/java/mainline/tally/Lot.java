package mainline.tally;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * The public lot: among options that nothing else separates, the one with the smallest SHA-256(seed ‖ number) comes first.
 *
 * @param seed anything that nobody could choose after the ballots were known
 */
public record Lot(byte[] seed) {

    /** The number drawn from those; the number goes into the hash as four bytes, big-endian. */
    public int draw(Collection<Integer> numbers) {
        return numbers.stream().min(order()).orElseThrow();
    }

    /** Earlier drawn first. */
    public Comparator<Integer> order() {
        return Comparator.comparing(this::ticket, Arrays::compareUnsigned);
    }

    /** A lot whose seed is the SHA-256 of this one's. */
    Lot digest() {
        return new Lot(hash(seed));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] ticket(int number) {
        return hash(
                ByteBuffer.allocate(seed.length + 4).put(seed).putInt(number).array());
    }
}
