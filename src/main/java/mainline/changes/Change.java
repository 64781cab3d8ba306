package mainline.changes;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.handbook.Areas;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A proposed edit to the handbook.
 *
 * @param why one or two sentences
 * @param interest what its author has to gain by it; empty when nothing was declared
 * @param author null while it is a draft that nobody took up
 * @param from the idea, project, trial or verdict it comes from
 * @param clause the number of the mission's clause it serves; 0 when its author named none
 * @param version counted up each time its author edits it
 * @param at when it was proposed, or drafted
 * @param paths of the files it touches
 * @param coauthors who else wrote part of it, without its author
 */
public record Change(
        Subject subject,
        String title,
        String why,
        String interest,
        @Nullable PersonId author,
        @Nullable Subject from,
        int clause,
        int version,
        Instant at,
        List<String> paths,
        State state,
        Set<PersonId> coauthors) {

    /** By its author alone, without naming a clause. */
    public Change(
            Subject subject,
            String title,
            String why,
            String interest,
            @Nullable PersonId author,
            @Nullable Subject from,
            int version,
            Instant at,
            List<String> paths,
            State state) {
        this(subject, title, why, interest, author, from, 0, version, at, paths, state, Set.of());
    }

    /** How far it has come; who and when are in the state. */
    public sealed interface State {}

    /** Written down for somebody to take up, edit and propose; not yet for review. {@code asked} may be null: anybody. */
    public record Draft(@Nullable PersonId asked) implements State {}

    public record Open() implements State {}

    /** @param alone the only steward of a very small community merged their own change */
    public record Merged(PersonId by, Instant at, boolean alone) implements State {}

    /** Part of the handbook without passing the gate, since what made it is no proposal. */
    public record Enacted(Origin origin, Instant at) implements State {}

    public record Withdrawn(PersonId by, Instant at) implements State {}

    /** What makes a change without a gate. */
    public sealed interface Origin {}

    /** The community decided it. */
    public record ByDecision(Subject decision) implements Origin {}

    /** A person did what everybody may do for themselves, such as stepping down. */
    public record ByPerson(PersonId person) implements Origin {}

    /** A rule said so, and the software carried it out; {@code name} is the message {@code change.rule-made.NAME}. */
    public record ByRule(String name) implements Origin {}

    public boolean isOpen() {
        return state instanceof Open;
    }

    public boolean isDraft() {
        return state instanceof Draft;
    }

    public boolean isBy(@Nullable PersonId person) {
        return person != null && person.equals(author);
    }

    /** Who wrote it or part of it; nobody while it is a draft. */
    public Stream<PersonId> authors() {
        return Stream.concat(Stream.ofNullable(author), coauthors.stream());
    }

    /** Whether this person wrote it or part of it, and so can neither endorse nor approve it. */
    public boolean hasAuthor(@Nullable PersonId person) {
        return isBy(person) || (person != null && coauthors.contains(person));
    }

    /** Whether the editor of pages can open it; what came by git may touch many files. */
    public boolean isOnePage() {
        String path = paths.size() == 1 ? paths.getFirst() : "";
        return path.endsWith(".md") || path.equals(Areas.FILE);
    }

    Change with(State after) {
        return new Change(subject, title, why, interest, author, from, clause, version, at, paths, after, coauthors);
    }

    /** Its address below the community's. */
    public String path() {
        return subject.path();
    }
}
