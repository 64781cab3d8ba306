package mainline.review;

import java.util.List;
import mainline.changes.Change;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import mainline.handbook.Steward;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

/** The stewards of what a change touches. */
@Component
class Overseers {
    private final Areas areas;

    Overseers(Areas areas) {
        this.areas = areas;
    }

    /** Everybody who oversees something that the change touches, each once. */
    List<PersonId> of(Change change) {
        Roster roster = areas.of(change.subject().community());
        return change.paths().stream()
                .flatMap(path -> roster.stewardsOf(path).stream())
                .map(Steward::person)
                .distinct()
                .toList();
    }

    boolean include(PersonId person, Change change) {
        Roster roster = areas.of(change.subject().community());
        return change.paths().stream().anyMatch(path -> roster.oversees(person, path));
    }
}
