package mainline.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody known to this installation. */
@Component
public class People {
    private final PersonStore store;
    private final Clock clock;
    private final Cache<PersonId, Person> known =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofSeconds(30)).build();

    People(PersonStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(known.get(id, key -> store.find(key).orElse(null)));
    }

    public Optional<Person> byHandle(String handle) {
        return store.byHandle(handle);
    }

    /** @param mail in any case */
    public Optional<Person> byMail(String mail) {
        return store.byMail(mail.strip().toLowerCase(Locale.ROOT));
    }

    /** Each of these people by id, in one question to the database at most. Names may be up to half a minute old. */
    public Map<PersonId, Person> all(Collection<PersonId> ids) {
        Map<PersonId, Person> found = new HashMap<>(known.getAllPresent(ids));
        Set<PersonId> missing = new HashSet<>(ids);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) store.all(missing).forEach(person -> found.put(person.id(), person));
        found.forEach(known::put);
        return found;
    }

    /** @throws Missing when there is nobody of that id */
    public Person get(PersonId id) {
        return find(id).orElseThrow(() -> new Missing("person " + id.value()));
    }

    /**
     * Someone without a sign-in, such as the author of an imported comment. Who proves to own the address may take the
     * account over later.
     *
     * @param mail null when unknown; a person who already has this address is returned as they are
     */
    @Transactional
    public Person bring(String name, @Nullable String mail) {
        String address = mail == null ? null : mail.strip().toLowerCase(Locale.ROOT);
        if (address != null) {
            Optional<Person> already = store.byMail(address);
            if (already.isPresent()) return already.get();
        }
        return add(name, address);
    }

    Person add(String name, @Nullable String mail) {
        String wish = Slug.of(name).equals("-") ? "member" : Slug.of(name);
        for (int attempt = 1; ; attempt++) {
            String handle = attempt == 1 ? wish : wish + "-" + attempt;
            if (store.handleTaken(handle)) continue;
            Optional<Person> added = store.add(handle, name, mail, clock.instant());
            if (added.isPresent()) return added.get();
        }
    }

    void forget(PersonId id) {
        known.invalidate(id);
    }
}
