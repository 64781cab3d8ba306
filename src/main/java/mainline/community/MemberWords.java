package mainline.community;

import java.util.LinkedHashSet;
import java.util.Set;
import mainline.kernel.Slug;
import mainline.people.NameChanged;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps by which words each member is found, from the day they join to the day they leave. */
@Component
class MemberWords {
    private static final int MOST = 12;
    private static final int LONGEST = 100;

    private final MemberWordStore store;
    private final People people;

    MemberWords(MemberWordStore store, People people) {
        this.store = store;
        this.people = people;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void joined(MemberJoined joined) {
        store.add(joined.community(), joined.person(), of(people.get(joined.person())));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void left(MemberLeft left) {
        store.forget(left.community(), left.person());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void named(NameChanged changed) {
        store.replace(changed.person(), of(changed.handle(), changed.name()));
    }

    static Set<String> of(Person person) {
        return of(person.handle(), person.name());
    }

    private static Set<String> of(String handle, String name) {
        Set<String> words = new LinkedHashSet<>();
        words.add(handle);
        for (String word : Slug.fold(name).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && words.size() < MOST) words.add(word.substring(0, Math.min(LONGEST, word.length())));
        }
        return words;
    }

    /** Whether one of the person's words begins so. */
    static boolean begin(Person person, String beginning) {
        return of(person).stream().anyMatch(word -> word.startsWith(beginning));
    }
}
