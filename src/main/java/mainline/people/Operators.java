package mainline.people;

import java.time.Clock;
import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who runs this installation: the first account, and whoever an operator names. It is no rank in any community. */
@Component
public class Operators {
    /** The authority that a request of an operator carries. */
    public static final String RIGHT = "OPERATOR";

    private final OperatorStore store;
    private final People people;
    private final PersonTold told;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Operators(OperatorStore store, People people, PersonTold told, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.people = people;
        this.told = told;
        this.clock = clock;
        this.events = events;
    }

    public List<Person> all() {
        return store.all();
    }

    /** @throws Refused for the field {@code handle} when nobody who can sign in has it */
    @Transactional
    public void name(String handle, PersonId by) {
        Person person = people.byHandle(handle.strip().toLowerCase(java.util.Locale.ROOT))
                .filter(found -> store.canSignIn(found.id()))
                .orElseThrow(() -> Refused.because("handle", "people.operator.unknown"));
        if (!store.add(person.id(), by, clock.instant())) return;
        told.changed(person.id());
        events.publishEvent(new OperatorNamed(person.id(), by));
    }

    /** @throws Refused for the last one, who has to name another first */
    @Transactional
    public void remove(PersonId person, PersonId by) {
        if (!store.remove(person)) throw Refused.because("", "people.operator.last");
        told.changed(person);
        events.publishEvent(new OperatorRemoved(person, by));
    }
}
