package mainline.decisions;

import java.math.BigDecimal;
import mainline.tally.Quorum;

/**
 * How it is reckoned from the number of those who may vote what it takes, exact at any number.
 *
 * @param quorumFactor the quorum is this times the square root of those who may vote, but never more than all of them
 * @param leastApprovals an option needs this many or the square root of those who may vote, but never more than half of them
 */
record Reckoning(BigDecimal quorumFactor, int leastApprovals) {
    int quorum(Method method, int eligible) {
        return switch (method) {
            case SHOW_OF_HANDS, RANKED -> Math.min(eligible, rootTimes(quorumFactor, eligible));
            case TEMPERATURE, LAZY_CONSENSUS, CONSENT, PLURALITY, DATES, APPROVAL, SCORE, DOTS, EQUAL_SHARES, SEATS ->
                0;
        };
    }

    int least(Method method, int eligible) {
        return switch (method) {
            case PLURALITY, DATES, APPROVAL, SCORE, DOTS ->
                Math.min((eligible + 1) / 2, Math.max(leastApprovals, rootTimes(BigDecimal.ONE, eligible)));
            case CONSENT -> Math.min(eligible, Math.max(leastApprovals, rootTimes(BigDecimal.ONE, eligible)));
            case TEMPERATURE, LAZY_CONSENSUS, SHOW_OF_HANDS, RANKED, EQUAL_SHARES, SEATS -> 0;
        };
    }

    private static int rootTimes(BigDecimal factor, int n) {
        return Math.toIntExact(Quorum.ofRoot(factor, n).least());
    }
}
