package mainline.look;

import java.util.List;
import java.util.Locale;

/**
 * Votes as bars on one scale, with the threshold drawn in. Every figure stands beside its bar as text, so the drawing is
 * only a drawing.
 *
 * @param whole what a bar of the full length would be, unless a value is greater; 0 for the greatest value
 * @param threshold what had to be reached, in the unit of the values; 0 when nothing had to
 * @param thresholdText what it is, in the reader's language; empty without one
 */
public record Bars(List<Bar> bars, double whole, double threshold, String thresholdText) {
    public Bars(List<Bar> bars, double threshold, String thresholdText) {
        this(bars, 0, threshold, thresholdText);
    }

    /**
     * @param text the value and its unit, in the reader's language
     * @param mark what distinguishes this one, such as "chosen"; empty for all others
     */
    public record Bar(String label, String text, double value, String mark) {}

    double most() {
        return Math.max(
                1,
                Math.max(
                        Math.max(whole, threshold),
                        bars.stream().mapToDouble(Bar::value).max().orElse(0)));
    }

    String share(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.clamp(100 * value / most(), 0, 100));
    }
}
