package mainline.git;

/**
 * How much a handbook takes, with its history and all that is proposed, and how much it may take.
 *
 * @param used in bytes
 * @param most in bytes
 * @param own whether the quota was set for this handbook alone
 */
public record Quota(long used, long most, boolean own) {
    private static final double MEGABYTE = 1 << 20;

    public double usedMegabytes() {
        return Math.ceil(10 * used / MEGABYTE) / 10;
    }

    public long megabytes() {
        return Math.round(most / MEGABYTE);
    }

    boolean holds(long more) {
        return used + more <= most;
    }
}
