package mainline.results;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Before and after of each trial that gave both as numbers, one row each, on one scale; a drawing 640 wide. */
record TrialPlot(List<Row> rows, double least, double most) {
    private static final double LEFT = 90;
    private static final double RIGHT = 625;
    private static final int ROW = 28;

    record Row(Trial trial, double before, double after) {}

    static TrialPlot of(List<Trial> trials) {
        List<Row> rows =
                trials.stream().map(TrialPlot::row).filter(Objects::nonNull).toList();
        double least = rows.stream()
                .mapToDouble(row -> Math.min(row.before, row.after))
                .min()
                .orElse(0);
        double most = rows.stream()
                .mapToDouble(row -> Math.max(row.before, row.after))
                .max()
                .orElse(0);
        // A scale from zero where that shows the size of the change honestly.
        return new TrialPlot(rows, Math.min(0, least), Math.max(0, most));
    }

    private static @Nullable Row row(Trial trial) {
        Double before = trial.numberBefore();
        Double after = trial.numberAfter();
        return before == null || after == null ? null : new Row(trial, before, after);
    }

    int height() {
        return rows.size() * ROW + 26;
    }

    int y(int index) {
        return index * ROW + 16;
    }

    String x(double value) {
        double share = most == least ? 0 : (value - least) / (most - least);
        return String.format(Locale.ROOT, "%.1f", LEFT + share * (RIGHT - LEFT));
    }

    String frame() {
        return "0 0 640 " + height();
    }

    String line(int index, Row row) {
        return "M" + x(row.before) + " " + y(index) + "H" + x(row.after);
    }

    String grid(double value) {
        return "M" + x(value) + " 4V" + (rows.size() * ROW + 4);
    }
}
