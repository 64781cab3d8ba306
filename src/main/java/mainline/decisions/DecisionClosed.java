package mainline.decisions;

import java.util.List;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A decision reached its outcome; published in the transaction that closed it.
 *
 * @param about what was decided upon, for example a version of the mission
 * @param passed whether anything changes by it; always false for a temperature check
 * @param winners option numbers in order of election
 */
public record DecisionClosed(
        Subject decision, @Nullable Subject about, Method method, boolean passed, List<Integer> winners) {}
