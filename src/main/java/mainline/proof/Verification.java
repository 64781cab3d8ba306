package mainline.proof;

/**
 * What a check of a log found: whether it holds, and if not, the first row that does not fit and why.
 *
 * @param rows how many rows the newest checkpoint covers and were read
 * @param firstMisfit the seq of that row; -1 when all fit, or when the problem is not one of a row
 * @param problem empty when all fits
 */
public record Verification(long rows, long firstMisfit, String problem) {
    public boolean holds() {
        return problem.isEmpty();
    }
}
