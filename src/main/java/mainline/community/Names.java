package mainline.community;

import java.util.Collection;
import java.util.Map;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.people.Person;

/** The people a page mentions, each once read; whoever is not known has no name. */
public record Names(Map<PersonId, Person> people) {
    public static Names of(People people, Collection<PersonId> ids) {
        return new Names(people.all(ids));
    }

    public String name(PersonId id) {
        Person person = people.get(id);
        return person == null ? "" : person.name();
    }

    public String path(Here here, PersonId id) {
        Person person = people.get(id);
        return person == null ? "" : here.path("people/" + person.handle());
    }
}
