package mainline.effort;

import java.time.Instant;
import java.time.LocalDate;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.text.Markdown;

/**
 * Work delivered. It counts when another member has confirmed it.
 *
 * @param evidence a link or a few words by which others can see it; may be empty
 */
public record Contribution(
        Subject subject,
        Subject idea,
        PersonId member,
        EffortKind kind,
        Hours hours,
        LocalDate day,
        String what,
        String evidence,
        Instant logged,
        State state) {

    public sealed interface State {}

    public record Waiting() implements State {}

    public record Confirmed(Instant at, PersonId by) implements State {}

    public record Withdrawn(Instant at) implements State {}

    /** Its beginning, by which others name it. */
    public String title() {
        return Markdown.excerpt(what, 80);
    }

    public boolean isWaiting() {
        return state instanceof Waiting;
    }
}
