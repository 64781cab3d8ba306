package mainline.effort;

import java.math.BigDecimal;
import java.util.Optional;

/** Effort in quarter hours, the smallest step anybody promises. */
public record Hours(int quarters) {
    public static final Hours NONE = new Hours(0);
    /** Five hundred hours: more is a new idea. */
    public static final Hours MOST = new Hours(2000);

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** What a person typed, with a point or a comma; nothing when it is no number of quarter hours up to {@link #MOST}. */
    public static Optional<Hours> read(String typed) {
        String plain = typed.strip().replace(',', '.');
        if (!plain.matches("\\d{1,4}(\\.\\d{1,4})?")) return Optional.empty();
        BigDecimal quarters = new BigDecimal(plain).multiply(FOUR);
        if (quarters.stripTrailingZeros().scale() > 0) return Optional.empty();
        Hours hours = new Hours(quarters.intValueExact());
        return hours.quarters <= MOST.quarters ? Optional.of(hours) : Optional.empty();
    }

    public static Hours of(int whole) {
        return new Hours(whole * 4);
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(quarters).divide(FOUR).stripTrailingZeros();
    }

    public boolean isSome() {
        return quarters > 0;
    }

    public Hours plus(Hours other) {
        return new Hours(quarters + other.quarters);
    }

    /** What is left after the other is taken away, never below none. */
    public Hours less(Hours other) {
        return new Hours(Math.max(0, quarters - other.quarters));
    }

    public double value() {
        return quarters / 4.0;
    }

    /** As a plain number: 3, 2.5, 0.25. */
    @Override
    public String toString() {
        return decimal().toPlainString();
    }
}
