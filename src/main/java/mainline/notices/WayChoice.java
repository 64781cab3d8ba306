package mainline.notices;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mainline.kernel.PersonId;
import mainline.people.Joined;
import mainline.people.Visitors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** By which ways each person hears of things. */
@Component
class WayChoice {
    private final WaysStore store;
    private final DigestStore digests;
    private final Clock clock;

    WayChoice(WaysStore store, DigestStore digests, Clock clock) {
        this.store = store;
        this.digests = digests;
        this.clock = clock;
    }

    Ways of(PersonId person) {
        return of(List.of(person)).apply(person);
    }

    /** Of each of these; who has never chosen has the usual. */
    Function<PersonId, Ways> of(List<PersonId> people) {
        Map<PersonId, Ways> chosen = store.of(people);
        return person -> chosen.getOrDefault(person, Ways.USUAL);
    }

    /** A digest that is coming comes by the new choice. */
    @Transactional
    void choose(PersonId person, Ways ways) {
        store.keep(person, ways, clock.instant());
        digests.done(List.of(person));
        digests.want(List.of(person.value()));
    }

    /** The language of the page on which somebody joined is the one to write to them in. */
    @EventListener
    @Transactional
    void begin(Joined joined) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
            store.keep(joined.person(), Ways.USUAL.speaking(Visitors.language(request.getRequest())), clock.instant());
    }
}
