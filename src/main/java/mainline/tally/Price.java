package mainline.tally;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What one unit of support costs, as a sum of earlier prices; made exact only when somebody needs to know. */
final class Price {
    private final BigInteger whole;
    private final long[] factors;
    private final @Nullable Price[] earlier;
    private final long divisor;
    private @Nullable Fraction exact;

    /** ({@code whole} + the sum of {@code factors} times earlier prices) / {@code divisor} */
    Price(BigInteger whole, long[] factors, @Nullable Price[] earlier, long divisor) {
        this.whole = whole;
        this.factors = factors;
        this.earlier = earlier.clone();
        this.divisor = divisor;
    }

    Fraction exact() {
        if (exact != null) return exact;
        Fraction sum = new Fraction(whole, BigInteger.ONE);
        for (int option = 0; option < factors.length; option++) {
            Price price = earlier[option];
            if (price != null && factors[option] != 0)
                sum = sum.plus(price.exact().times(factors[option]));
        }
        exact = sum.by(divisor);
        return exact;
    }
}
