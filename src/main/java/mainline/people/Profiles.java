package mainline.people;

import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say of themselves. */
@Component
public class Profiles {
    private final PersonStore store;
    private final People people;
    private final PersonTold told;
    private final ApplicationEventPublisher events;

    Profiles(PersonStore store, People people, PersonTold told, ApplicationEventPublisher events) {
        this.store = store;
        this.people = people;
        this.told = told;
        this.events = events;
    }

    /** @throws Refused for the fields {@code name} and {@code about} */
    @Transactional
    public void change(PersonId person, String name, String about) {
        Refused.Check check = new Refused.Check();
        Mails.checkName(check, name);
        check.optional(about, "about", 10_000).orRefuse();
        store.name(person, name.strip());
        events.publishEvent(new NameChanged(person, people.get(person).handle(), name.strip()));
        store.about(person, about);
        told.changed(person);
    }
}
