package mainline.results;

import java.time.Instant;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a project's review date, from its trials.
 *
 * @param practice the page judged; null when the project left none
 * @param change the draft that a verdict to revise opened
 */
public record Verdict(
        Subject subject,
        Subject project,
        @Nullable Subject practice,
        PersonId by,
        Choice choice,
        String reason,
        Instant at,
        @Nullable Subject change) {

    public enum Choice {
        KEEP,
        REVISE,
        RETIRE
    }
}
