package mainline.decisions;

/**
 * What a voter gets for a ballot.
 *
 * @param code finds the ballot among the published ones
 * @param again the same page was sent before; the ballot is counted once
 */
public record Receipt(String code, boolean again) {}
