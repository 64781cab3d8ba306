package mainline.decisions;

/**
 * What a question is asked for.
 *
 * @param clause of the mission that it serves; 0 for housekeeping, which serves the community itself
 * @param how in half a sentence; may be empty for housekeeping
 */
public record Purpose(int clause, String how) {
    static final int LONGEST = 200;
    static final Purpose HOUSEKEEPING = new Purpose(0, "");

    public boolean isHousekeeping() {
        return clause == 0;
    }
}
