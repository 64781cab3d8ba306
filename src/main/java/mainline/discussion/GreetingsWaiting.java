package mainline.discussion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Movement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Newcomers to whom nobody has said anything yet. */
@Component
@Order(25)
class GreetingsWaiting implements Waiting {
    private static final int MOST = 2;

    private final Greetings greetings;
    private final People people;

    GreetingsWaiting(Greetings greetings, People people) {
        this.greetings = greetings;
        this.people = people;
    }

    @Override
    public boolean isMovedBy(Movement movement) {
        return movement.subject().kind() == Subject.Kind.MEMBER
                || movement.verb().startsWith("comment.");
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        List<PersonId> missing = greetings.missing(viewer, MOST);
        Map<PersonId, Person> known = people.all(missing);
        return missing.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(person -> awaited(viewer, person))
                .toList();
    }

    private static Awaited awaited(Viewer viewer, Person person) {
        // Isolated, so that a name in another script does not turn the sentence round.
        String name = "\u2068" + person.name() + "\u2069";
        String key = Greetings.of(viewer.community().id(), person.id()).key();
        return Awaited.of("greeting", name, "people/" + person.handle(), "").leadingTo("comments/new?about=" + key);
    }
}
