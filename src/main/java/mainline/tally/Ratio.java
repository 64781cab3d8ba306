package mainline.tally;

import java.math.BigInteger;

/**
 * A majority as people write it: 3:1 asks for three votes for every one against, 1:1 for more votes than against.
 *
 * @throws IllegalArgumentException when {@code against} is not positive or {@code votes} is less than it
 */
public record Ratio(long votes, long against) {
    public static final Ratio SIMPLE = new Ratio(1, 1);

    public Ratio {
        if (against < 1 || votes < against) throw new IllegalArgumentException(votes + ":" + against);
    }

    /** At least so many times as many, and more. */
    public boolean holds(long yes, long no) {
        return yes > no && product(yes, against).compareTo(product(no, votes)) >= 0;
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    @Override
    public String toString() {
        return votes + ":" + against;
    }
}
