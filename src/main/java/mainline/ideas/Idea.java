package mainline.ideas;

import java.time.Instant;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/**
 * A published proposal.
 *
 * @param text Markdown as written
 * @param clause the number of the mission clause it serves
 * @param mission the version of the mission from which it cites that clause
 * @param interest what its author has to gain, in the author's words; empty when none was declared
 * @param version 1 for the first, counted up by every edit
 */
public record Idea(
        Subject subject,
        String title,
        String text,
        int clause,
        int mission,
        String interest,
        PersonId author,
        int version,
        Instant published,
        Instant changed,
        State state) {

    /** Where an idea stands. Only an open one takes pledges and edits. */
    public sealed interface State {}

    public record Open() implements State {}

    public record Withdrawn(Instant at, PersonId by, String why) implements State {}

    /** It has become a project. */
    public record Adopted(Instant at, Subject project) implements State {}

    public boolean isOpen() {
        return state instanceof Open;
    }

    public String path() {
        return subject.path() + "-" + mainline.kernel.Slug.of(title);
    }
}
