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

    private byte[] ticket(int number) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(seed);
            return hash.digest(ByteBuffer.allocate(4).putInt(number).array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
