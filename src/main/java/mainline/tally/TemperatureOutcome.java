package mainline.tally;

import java.util.List;

/**
 * How warm a question was received; it binds nobody, so nothing wins.
 *
 * @param degrees how many gave each degree, from 0 to 5
 */
public record TemperatureOutcome(List<Long> degrees) implements Outcome {
    public long voters() {
        return degrees.stream().mapToLong(Long::longValue).sum();
    }

    /** 0 when nobody voted. */
    public double mean() {
        long sum = 0;
        for (int degree = 0; degree < degrees.size(); degree++) sum += degree * degrees.get(degree);
        return voters() == 0 ? 0 : (double) sum / voters();
    }

    /** The middle voter's degree, the lower of two; 0 when nobody voted. */
    public int median() {
        long passed = 0;
        for (int degree = 0; degree < degrees.size(); degree++) {
            passed += degrees.get(degree);
            if (passed > 0 && passed * 2 >= voters()) return degree;
        }
        return 0;
    }

    @Override
    public List<Integer> winners() {
        return List.of();
    }
}
