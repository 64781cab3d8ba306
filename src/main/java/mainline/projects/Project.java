package mainline.projects;

import java.time.Instant;
import java.time.LocalDate;
import mainline.kernel.PersonId;
import mainline.kernel.Slug;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An idea that enough pledged effort has admitted.
 *
 * @param clause the number of the mission clause it serves
 * @param convener null while nobody has taken the place
 * @param offer to whom the convener's place is offered, if to anybody
 * @param review the day on which it is judged; null until the convener has set it
 * @param end null while it runs
 */
public record Project(
        Subject subject,
        Subject idea,
        String title,
        int clause,
        Instant started,
        @Nullable Convener convener,
        @Nullable Offer offer,
        @Nullable LocalDate review,
        @Nullable End end) {

    public record Convener(PersonId person, Instant since) {}

    public record Offer(PersonId person, Instant at) {}

    /** @param how the verdict it ended with: keep, revise or retire */
    public record End(Instant at, String how) {}

    public boolean isRunning() {
        return end == null;
    }

    public boolean isConvener(PersonId person) {
        return convener != null && convener.person().equals(person);
    }

    public boolean isOfferedTo(PersonId person) {
        return offer != null && offer.person().equals(person);
    }

    public String path() {
        return subject.path() + "-" + Slug.of(title);
    }
}
