package mainline.look;

import java.util.Locale;

/** How far a bar is filled. */
final class Meter {
    private Meter() {}

    /** Per cent of the whole, between 0 and 100, as SVG writes numbers. */
    static String share(double value, double max) {
        double share = max <= 0 ? (value > 0 ? 100 : 0) : Math.clamp(100 * value / max, 0, 100);
        return String.format(Locale.ROOT, "%.1f", share);
    }
}
