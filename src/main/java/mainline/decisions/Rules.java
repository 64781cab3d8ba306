package mainline.decisions;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import mainline.tally.Quorum;

/**
 * What a community has agreed about deciding. Levels are those of {@link Standing}.
 *
 * @param mayOpen the level it takes to open a decision of a method
 * @param mayVote the level it takes to be on its roll
 * @param missionLevel the level for anything about the mission, to open and to vote
 * @param quorumFactor the quorum is this times the square root of those who may vote, but never more than all of them
 * @param ratio yes to no
 * @param missionRatio yes to no for anything about the mission
 * @param leastApprovals an option needs this many or the square root of those who may vote, but never more than half of them
 * @param usualHours the window a new question begins with
 * @param shortestMinutes of a window, for what can be undone
 * @param shortestHours of a window, for what cannot
 * @param lazyHours of a window of lazy consensus
 * @param longestDays of any window
 * @param concernDays who owes an answer to a concern has so long
 * @param reviewDays until a consent is looked at again
 * @param longestReviewDays and at the latest
 * @param barredDays the same question is not asked again so soon after a no
 * @param completion of equal shares
 */
public record Rules(
        Map<Method, Integer> mayOpen,
        Map<Method, Integer> mayVote,
        int missionLevel,
        BigDecimal quorumFactor,
        int ratio,
        int missionRatio,
        int leastApprovals,
        int usualHours,
        int shortestMinutes,
        int shortestHours,
        int lazyHours,
        int longestDays,
        int concernDays,
        int reviewDays,
        int longestReviewDays,
        int barredDays,
        Completion completion) {

    public Rules {
        mayOpen = Map.copyOf(mayOpen);
        mayVote = Map.copyOf(mayVote);
    }

    /** What holds until a community agrees on something else. */
    public static Rules usual() {
        Map<Method, Integer> levels = new EnumMap<>(Method.class);
        for (Method method : Method.values()) levels.put(method, method.isReversible() ? 0 : 1);
        return new Rules(
                levels, levels, 1, new BigDecimal("1.5"), 1, 3, 3, 72, 5, 24, 72, 60, 7, 90, 180, 60, Completion.ADD1);
    }

    public Rules withShortestMinutes(int minutes) {
        return new Rules(
                mayOpen,
                mayVote,
                missionLevel,
                quorumFactor,
                ratio,
                missionRatio,
                leastApprovals,
                usualHours,
                minutes,
                shortestHours,
                lazyHours,
                longestDays,
                concernDays,
                reviewDays,
                longestReviewDays,
                barredDays,
                completion);
    }

    public int opens(Method method, boolean mission) {
        return level(mayOpen, method, mission);
    }

    public int votes(Method method, boolean mission) {
        return level(mayVote, method, mission);
    }

    private int level(Map<Method, Integer> levels, Method method, boolean mission) {
        int level = levels.getOrDefault(method, method.isReversible() ? 0 : 1);
        return mission ? Math.max(level, missionLevel) : level;
    }

    /** How long a window must be at least. */
    public Duration shortest(Method method, boolean mission) {
        if (method == Method.LAZY_CONSENSUS) return Duration.ofHours(lazyHours);
        return method.isReversible() && !mission
                ? Duration.ofMinutes(shortestMinutes)
                : Duration.ofHours(shortestHours);
    }

    /** What holds for a question asked of so many, exact at any number. */
    public Terms terms(Method method, boolean mission, int eligible, int seats, long budget, int asked) {
        int quorum = switch (method) {
            case SHOW_OF_HANDS, RANKED -> Math.min(eligible, rootTimes(quorumFactor, eligible));
            case TEMPERATURE, LAZY_CONSENSUS, CONSENT, APPROVAL, EQUAL_SHARES, SEATS -> 0;
        };
        int least = switch (method) {
            case APPROVAL ->
                Math.min((eligible + 1) / 2, Math.max(leastApprovals, rootTimes(BigDecimal.ONE, eligible)));
            case CONSENT -> Math.min(eligible, Math.max(leastApprovals, rootTimes(BigDecimal.ONE, eligible)));
            case TEMPERATURE, LAZY_CONSENSUS, SHOW_OF_HANDS, RANKED, EQUAL_SHARES, SEATS -> 0;
        };
        return new Terms(
                quorum,
                Math.max(mission ? missionRatio : ratio, asked),
                least,
                seats,
                budget,
                asked,
                concernDays,
                completion);
    }

    private static int rootTimes(BigDecimal factor, int n) {
        return Math.toIntExact(Quorum.ofRoot(factor, n).least());
    }
}
