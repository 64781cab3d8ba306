package mainline.people;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mainline.kernel.PersonId;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.springframework.stereotype.Component;

/** Everybody who was lately named on a page. */
@Component
class KnownPeople {
    private static final int MOST = 20_000;

    private final PersonStore store;
    private final PersonTold told;
    private final Kept<PersonId, Person> known;

    KnownPeople(PersonStore store, PersonTold told, Memory memory) {
        this.store = store;
        this.told = told;
        this.known = memory.keep(MOST, PersonTold::isOfPerson);
    }

    Optional<Person> find(PersonId id) {
        return known.find(id, () -> store.find(id));
    }

    Map<PersonId, Person> all(Collection<PersonId> ids) {
        return known.all(
                ids, missing -> store.all(missing).stream().collect(Collectors.toMap(Person::id, person -> person)));
    }

    /** Old, once the act is committed. */
    void changed(PersonId id) {
        told.changed(id);
    }
}
