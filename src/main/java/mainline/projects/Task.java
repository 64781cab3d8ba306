package mainline.projects;

import java.time.Instant;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** A piece of a project's work that somebody can claim. */
public record Task(Subject subject, Subject project, String title, PersonId addedBy, Instant added, State state) {

    public sealed interface State {}

    public record Open() implements State {}

    public record Claimed(PersonId by, Instant since) implements State {}

    public record Finished(PersonId by, Instant at) implements State {}
}
