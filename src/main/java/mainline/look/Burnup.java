package mainline.look;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Hours pledged against hours delivered over time, as a drawing of 640 by 220. */
public record Burnup(List<Point> points, double need) {
    private static final double LEFT = 36;
    private static final double RIGHT = 632;
    private static final double TOP = 12;
    private static final double BOTTOM = 196;

    /** What had been pledged and delivered in all, in hours, at the end of a day. */
    public record Point(LocalDate day, double pledged, double delivered) {}

    record Tick(String y, double value) {}

    double top() {
        double most = need;
        for (Point point : points) most = Math.max(most, Math.max(point.pledged(), point.delivered()));
        double step = step(most);
        return Math.max(step, Math.ceil(most / step) * step);
    }

    List<Tick> ticks() {
        double top = top();
        double step = step(top);
        return java.util.stream.IntStream.rangeClosed(0, (int) Math.round(top / step))
                .mapToObj(i -> new Tick(number(y(i * step)), i * step))
                .toList();
    }

    String needY() {
        return number(y(need));
    }

    String pledged() {
        return steps(true);
    }

    String delivered() {
        return steps(false);
    }

    String under() {
        return points.isEmpty() ? "" : steps(false) + "V" + number(BOTTOM) + "H" + number(x(points.getFirst())) + "Z";
    }

    String lastX() {
        return number(isOneDay() ? RIGHT : x(points.getLast()));
    }

    String lastY() {
        return number(y(points.getLast().delivered()));
    }

    private String steps(boolean pledged) {
        if (points.isEmpty()) return "";
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            String y = number(y(pledged ? point.pledged() : point.delivered()));
            path.append(path.isEmpty() ? "M" + number(x(point)) + " " + y : "H" + number(x(point)) + "V" + y);
        }
        // All on one day: a level line is a picture, a point is not.
        return isOneDay() ? path + "H" + number(RIGHT) : path.toString();
    }

    boolean isOneDay() {
        return points.getFirst().day().equals(points.getLast().day());
    }

    private double x(Point point) {
        LocalDate first = points.getFirst().day();
        long days = Math.max(1, ChronoUnit.DAYS.between(first, points.getLast().day()));
        return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, point.day()) / days;
    }

    private double y(double hours) {
        return BOTTOM - (BOTTOM - TOP) * hours / top();
    }

    private static double step(double most) {
        double rough = Math.max(1, most / 4);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double nice : new double[] {1, 2, 5, 10}) if (nice * power >= rough) return nice * power;
        return 10 * power;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
