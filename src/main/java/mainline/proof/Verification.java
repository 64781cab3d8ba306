package mainline.proof;

/** What a check of a log found: whether it holds, and if not, the first row that does not fit and why. */
public record Verification(long rows, long firstMisfit, String problem) {
    public boolean holds() {
        return problem.isEmpty();
    }
}
