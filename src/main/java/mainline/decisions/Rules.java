package mainline.decisions;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mainline.community.Standing;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** What a community has agreed about deciding: who may, how it is counted, how long it takes and what is waited for. */
public record Rules(Levels levels, Thresholds thresholds, Windows windows, Waits waits) {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Levels are those of {@link Standing}.
     *
     * @param opens the level it takes to open a decision of a method
     * @param votes the level it takes to be on its roll
     * @param mission the level for anything about the mission, to open and to vote
     * @param latecomers whether who joins before the end of a light question takes part in it
     */
    public record Levels(Map<Method, Integer> opens, Map<Method, Integer> votes, int mission, boolean latecomers) {
        private static final Map<Method, Integer> USUAL = Arrays.stream(Method.values())
                .collect(Collectors.toUnmodifiableMap(method -> method, method -> method.isReversible() ? 0 : 1));

        public Levels {
            opens = whole(opens);
            votes = whole(votes);
        }

        /** What was agreed before there was a method says nothing of it; then it takes what it usually takes. */
        private static Map<Method, Integer> whole(Map<Method, Integer> levels) {
            Map<Method, Integer> whole = new EnumMap<>(USUAL);
            whole.putAll(levels);
            return Map.copyOf(whole);
        }

        private int level(Map<Method, Integer> levels, Method method, boolean aboutMission) {
            int level = Objects.requireNonNull(levels.get(method));
            return aboutMission ? Math.max(level, mission) : level;
        }
    }

    /**
     * @param quorumFactor the quorum is this times the square root of those who may vote, but never more than all of them
     * @param ratio yes to no
     * @param missionRatio yes to no for anything about the mission
     * @param leastApprovals an option needs this many or the square root of those who may vote, but never more than half of them
     * @param completion of equal shares
     */
    public record Thresholds(
            BigDecimal quorumFactor, int ratio, int missionRatio, int leastApprovals, Completion completion) {
        private Reckoning reckoning() {
            return new Reckoning(quorumFactor, leastApprovals);
        }
    }

    /**
     * @param usualHours the window a new question begins with
     * @param shortestMinutes of a window, for what can be undone
     * @param shortestHours of a window, for what cannot
     * @param lazyHours of a window of lazy consensus
     * @param longestDays of any window
     */
    public record Windows(int usualHours, int shortestMinutes, int shortestHours, int lazyHours, int longestDays) {
        private Duration shortest(Method method, boolean mission) {
            if (method == Method.LAZY_CONSENSUS) return Duration.ofHours(lazyHours);
            return method.isReversible() && !mission
                    ? Duration.ofMinutes(shortestMinutes)
                    : Duration.ofHours(shortestHours);
        }
    }

    /**
     * @param concernDays who owes an answer to a concern has so long
     * @param reviewDays until a consent is looked at again
     * @param longestReviewDays and at the latest
     * @param barredDays the same question is not asked again so soon after a no
     * @param talkDays the mission is talked about before the ballot on it opens, unless whoever asks says otherwise
     */
    public record Waits(int concernDays, int reviewDays, int longestReviewDays, int barredDays, int talkDays) {}

    /** What holds until a community agrees on something else. */
    public static Rules usual() {
        return new Rules(
                new Levels(Map.of(), Map.of(), 1, true),
                new Thresholds(new BigDecimal("1.5"), 1, 3, 3, Completion.ADD1),
                new Windows(72, 5, 24, 72, 60),
                new Waits(7, 90, 180, 60, 3));
    }

    public Rules withShortestMinutes(int minutes) {
        Windows other = new Windows(
                windows.usualHours(), minutes, windows.shortestHours(), windows.lazyHours(), windows.longestDays());
        return new Rules(levels, thresholds, other, waits);
    }

    public int opens(Method method, boolean mission) {
        return levels.level(levels.opens(), method, mission);
    }

    public int votes(Method method, boolean mission) {
        return levels.level(levels.votes(), method, mission);
    }

    /** Whether who joins before the end takes part: where a method is light, and every member may vote from the first day. */
    boolean takesLatecomers(Method method, boolean mission) {
        return levels.latecomers() && method.isLight() && !mission && votes(method, false) == 0;
    }

    /** How long a window must be at least. */
    public Duration shortest(Method method, boolean mission) {
        return windows.shortest(method, mission);
    }

    /** The same for a question about this; a young community waits a day at most for who is to look after its handbook. */
    public Duration shortest(Method method, @Nullable Subject about, boolean young) {
        Duration shortest = shortest(method, Decision.isAboutMission(about));
        boolean soon = young && about != null && about.kind() == Subject.Kind.NOMINATION;
        return soon && shortest.compareTo(DAY) > 0 ? DAY : shortest;
    }

    /** What holds for a question asked of so many, exact at any number. */
    Terms terms(Method method, boolean mission, int eligible, Question.Wanted wanted) {
        Reckoning reckoning = thresholds.reckoning();
        int asked = wanted.ratio() == null ? 0 : wanted.ratio();
        return new Terms(
                reckoning.quorum(method, eligible),
                Math.max(mission ? thresholds.missionRatio() : thresholds.ratio(), asked),
                reckoning.least(method, eligible),
                Math.max(1, wanted.seats()),
                wanted.budgetQuarterHours(),
                asked,
                waits.concernDays(),
                thresholds.completion(),
                wanted.dots(),
                wanted.turnout(),
                takesLatecomers(method, mission) ? reckoning : null);
    }
}
