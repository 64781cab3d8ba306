package mainline.interests;

import java.time.Instant;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/**
 * What somebody said that they gain by an act of theirs.
 *
 * @param act what they did to the subject
 * @param title of the subject, as it was then
 */
public record Declared(PersonId person, Act act, Subject subject, String title, String words, Instant at) {
    public enum Act {
        IDEA,
        CHANGE,
        APPROVAL,
        NOMINATION,
        QUESTION,
        VOTE,
        MERGE,
        CONFIRMATION,
        VERDICT
    }
}
