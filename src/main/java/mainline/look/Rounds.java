package mainline.look;

import java.util.List;
import java.util.Locale;

/**
 * A count that went in rounds: what each option had in each, as small columns with the quota drawn in and as a table.
 *
 * @param quota what had to be reached, 0 when nothing had to
 * @param rounds how many there were
 */
public record Rounds(List<Row> rows, double quota, int rounds) {
    private static final double HEIGHT = 40;
    private static final double STEP = 16;

    /**
     * @param votes after each round; fewer than the rounds when it was out before the last
     * @param fate what became of it, in the reader's language
     */
    public record Row(String name, List<Double> votes, String fate, boolean won) {}

    double most() {
        return Math.max(
                Math.max(1, quota),
                rows.stream()
                        .flatMap(row -> row.votes().stream())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(1));
    }

    String frame() {
        return "0 0 " + number(width()) + " " + number(HEIGHT);
    }

    double width() {
        return Math.max(1, rounds) * STEP;
    }

    String columns(Row row) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < row.votes().size(); i++) {
            double tall = HEIGHT * row.votes().get(i) / most();
            path.append("M" + number(i * STEP + 2) + " " + number(HEIGHT) + "v" + number(-tall) + "h" + number(STEP - 4)
                    + "v" + number(tall) + "z");
        }
        return path.toString();
    }

    String line() {
        return "M0 " + number(HEIGHT - HEIGHT * quota / most()) + "H" + number(width());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
