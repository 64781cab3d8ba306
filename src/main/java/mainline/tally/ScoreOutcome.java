package mainline.tally;

import java.util.List;
import java.util.Set;

/**
 * What a vote by points came to: the most points first. More options than seats may win, since a tie at the border keeps all.
 *
 * @param points in all, per option
 * @param supporters how many gave it any, per option
 * @param least supporters that an option needs
 * @param border those that share the last seats, when they are more than the seats that were left
 */
public record ScoreOutcome(
        List<Long> points,
        List<Long> supporters,
        long voters,
        int seats,
        long least,
        Set<Integer> border,
        List<Integer> winners)
        implements Outcome {
    public long points(int option) {
        return points.get(option - 1);
    }

    public long supporters(int option) {
        return supporters.get(option - 1);
    }
}
