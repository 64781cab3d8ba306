package mainline.community;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Component;

/** Whom a handle in a text means: a member of the community in which it is written, and nobody else. */
@Component
class CalledPeople {
    private final People people;
    private final Communities communities;

    CalledPeople(People people, Communities communities) {
        this.people = people;
        this.communities = communities;
    }

    /** By handle; in two questions to the database, however many they are. */
    Map<String, Person> of(CommunityId community, Collection<String> handles) {
        Map<String, Person> called = new HashMap<>(people.byHandles(handles));
        Set<PersonId> members = new HashSet<>(communities.members(
                community, called.values().stream().map(Person::id).toList()));
        called.values().removeIf(person -> !members.contains(person.id()));
        return called;
    }
}
