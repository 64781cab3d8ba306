package mainline.git;

/**
 * How much a handbook takes, with its history and all that is proposed, and how much it may take.
 *
 * @param used in bytes
 * @param quota in bytes
 * @param own whether the quota was set for this handbook alone
 */
public record Room(long used, long quota, boolean own) {
    private static final double MEGABYTE = 1 << 20;

    public double usedMegabytes() {
        return Math.ceil(10 * used / MEGABYTE) / 10;
    }

    public long quotaMegabytes() {
        return Math.round(quota / MEGABYTE);
    }

    boolean holds(long more) {
        return used + more <= quota;
    }
}
