package mainline.tally;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A majority as people write it: 3:1 asks for three votes for every one against, 1:1 for more votes than against. */
public record Ratio(BigDecimal votes, BigDecimal against) {
    public static final Ratio SIMPLE = new Ratio(1, 1);

    /** @throws IllegalArgumentException when {@code against} is not positive or {@code votes} is less than it */
    public Ratio {
        if (against.signum() < 1 || votes.compareTo(against) < 0)
            throw new IllegalArgumentException(votes + ":" + against);
    }

    public Ratio(long votes, long against) {
        this(BigDecimal.valueOf(votes), BigDecimal.valueOf(against));
    }

    /** At least so many times as many, and more. */
    public boolean holds(long yes, long no) {
        return yes > no
                && BigDecimal.valueOf(yes)
                                .multiply(against)
                                .compareTo(BigDecimal.valueOf(no).multiply(votes))
                        >= 0;
    }

    /** The fewest yes that hold against so many no. */
    public long least(long no) {
        BigDecimal times = BigDecimal.valueOf(no).multiply(votes).divide(against, 0, RoundingMode.CEILING);
        return Math.max(no + 1, times.longValueExact());
    }

    @Override
    public String toString() {
        return votes.toPlainString() + ":" + against.toPlainString();
    }
}
