package mainline.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many votes at least.
 *
 * @param figure as it is written; not rounded to votes
 * @param least the whole number of votes that reaches it, exactly
 */
public record Quorum(BigDecimal figure, long least) {
    public static final Quorum NONE = new Quorum(BigDecimal.ZERO, 0);

    /** @throws ArithmeticException when it is more than any number of votes */
    public static Quorum of(BigDecimal figure) {
        return new Quorum(figure, figure.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /** The smaller of {@code eligible} and {@code factor} times the square root of {@code eligible}. */
    public static Quorum ofRoot(BigDecimal factor, long eligible) {
        BigDecimal square = factor.multiply(factor).multiply(BigDecimal.valueOf(eligible));
        BigInteger whole = square.setScale(0, RoundingMode.CEILING).toBigInteger();
        BigInteger[] root = whole.sqrtAndRemainder();
        long least = root[0].longValueExact() + (root[1].signum() > 0 ? 1 : 0);
        if (least >= eligible) return new Quorum(BigDecimal.valueOf(eligible), eligible);
        return new Quorum(
                square.sqrt(MathContext.DECIMAL64)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros(),
                least);
    }

    public boolean reachedBy(long votes) {
        return votes >= least;
    }
}
