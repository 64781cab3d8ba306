package mainline.decisions;

import mainline.kernel.Subject;

/**
 * What is asked was changed; published in the transaction of the act.
 *
 * @param material more than a typo: ballots are void and asked for again
 */
public record DecisionAmended(Subject decision, boolean material) {}
