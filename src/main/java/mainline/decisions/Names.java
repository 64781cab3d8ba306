package mainline.decisions;

import java.util.Collection;
import java.util.Map;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.people.Person;

/** The people a page mentions. */
record Names(Map<PersonId, Person> people) {
    static Names of(People people, Collection<PersonId> ids) {
        return new Names(people.all(ids));
    }

    String name(PersonId id) {
        Person person = people.get(id);
        return person == null ? "" : person.name();
    }

    String path(Here here, PersonId id) {
        Person person = people.get(id);
        return person == null ? "" : here.path("people/" + person.handle());
    }
}
