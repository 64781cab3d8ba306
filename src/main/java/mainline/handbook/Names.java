package mainline.handbook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Component;

/** People's names for a sentence. */
@Component("handbookNames")
public class Names {
    private final People people;

    Names(People people) {
        this.people = people;
    }

    /** In this order, each once, with commas between. */
    public String of(List<PersonId> persons) {
        List<PersonId> ids = persons.stream().distinct().toList();
        Map<PersonId, Person> known = people.all(ids);
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Person::name)
                .collect(Collectors.joining(", "));
    }
}
