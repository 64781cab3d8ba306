package mainline.decisions;

import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Its asker took a question back; published in the transaction of the act.
 *
 * @param about what was to be decided upon
 */
public record DecisionWithdrawn(Subject decision, @Nullable Subject about) {}
