package mainline.people;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody known to this installation. */
@Component
public class People {
    private final PersonStore store;
    private final SignInStore signIns;
    private final Passwords passwords;
    private final NewPasswords newPasswords;
    private final Links links;
    private final Mailboxes mailboxes;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final KnownPeople known;

    People(
            PersonStore store,
            SignInStore signIns,
            Passwords passwords,
            NewPasswords newPasswords,
            Links links,
            Mailboxes mailboxes,
            KnownPeople known,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.signIns = signIns;
        this.passwords = passwords;
        this.newPasswords = newPasswords;
        this.links = links;
        this.mailboxes = mailboxes;
        this.known = known;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Person> find(PersonId id) {
        return known.find(id);
    }

    public Optional<Person> byHandle(String handle) {
        return store.byHandle(handle);
    }

    /** Each of these people by handle, in one question to the database. */
    public Map<String, Person> byHandles(Collection<String> handles) {
        if (handles.isEmpty()) return Map.of();
        return store.byHandles(handles).stream().collect(Collectors.toMap(Person::handle, person -> person));
    }

    /** @param mail in any spelling */
    public Optional<Person> byMail(String mail) {
        return store.byMail(mail);
    }

    /** Where mail to this person goes; nobody who cannot sign in is written to. */
    public Optional<String> mail(PersonId id) {
        return Optional.ofNullable(mails(List.of(id)).get(id));
    }

    /** The same for many, those left out who have none. */
    public Map<PersonId, String> mails(Collection<PersonId> ids) {
        return signIns.mails(ids);
    }

    /** Each of these people by id, in one question to the database at most. */
    public Map<PersonId, Person> all(Collection<PersonId> ids) {
        return known.all(ids);
    }

    /** Their names for a sentence, in this order, each once, with commas between. */
    public String names(List<PersonId> ids) {
        Map<PersonId, Person> found = all(ids);
        return ids.stream()
                .distinct()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(Person::name)
                .collect(Collectors.joining(", "));
    }

    /** @throws Missing when there is nobody of that id */
    public Person get(PersonId id) {
        return find(id).orElseThrow(() -> new Missing("person " + id.value()));
    }

    /**
     * Someone without a sign-in, such as the author of an imported comment. Who proves to own the address may take the
     * account over later.
     *
     * @param mail null when unknown; what is no address counts as that. A person who already has this address is returned
     *     as they are
     */
    @Transactional
    public Person bring(String name, @Nullable String mail) {
        String address = mail == null || !Mails.isAddress(mail) ? null : Mails.plain(mail);
        if (address != null) {
            Optional<Person> already = store.byMail(address);
            if (already.isPresent()) return already.get();
        }
        return add(name, address);
    }

    /** Whether there is a first account; without one, only the set-up page answers. */
    public boolean isSetUp() {
        return signIns.isSetUp();
    }

    /**
     * An account that needs no proof of its address, as an operator makes it. The first one of all is an operator's. A
     * person who was imported with this address takes up what was imported.
     *
     * @throws Refused for the fields {@code name}, {@code mail} and {@code password}
     */
    @Transactional
    public Person create(String name, String mail, String password) {
        Refused.Check check = new Refused.Check();
        Mails.checkName(check, name);
        mailboxes.check(check, mail);
        passwords.check(check, "password", password, name, mail);
        check.orRefuse();
        Person person = enrol(name, Mails.plain(mail), passwords.hash(password), null)
                .orElseThrow(() -> Refused.because("mail", "people.mail.taken"));
        signIns.setUp(person.id(), clock.instant());
        return person;
    }

    /**
     * An account, without a password, for whoever holds a link that was mailed to this address and to nobody else.
     *
     * @return nothing when somebody with this address can sign in already
     * @throws Refused for the field {@code name}
     */
    @Transactional
    public Optional<Person> begin(String name, String mail) {
        Refused.Check check = new Refused.Check();
        Mails.checkName(check, name);
        check.orRefuse();
        return enrol(name.strip(), Mails.plain(mail), null, null);
    }

    /** Whether somebody with this address can sign in. */
    public boolean hasAccount(String mail) {
        return signIns.byMail(mail).isPresent();
    }

    /** What the set-up page asks for, and only those can read who started the server. */
    @Transactional
    public String setUpCode() {
        return signIns.setUpCode(
                Secret.random().text().replaceAll("[^a-zA-Z0-9]", "").substring(0, 12));
    }

    /**
     * The first account, which runs the installation. Of several at once, one succeeds.
     *
     * @throws Refused as {@link #create} does, for the field {@code code}, and for the form as a whole when somebody was
     *     first
     */
    @Transactional
    public Person createFirst(String code, String name, String mail, String password) {
        if (isSetUp()) throw Refused.because("", "people.set-up.done");
        byte[] right = new Secret(setUpCode()).hash();
        if (!MessageDigest.isEqual(right, new Secret(code.strip()).hash()))
            throw Refused.because("code", "people.set-up.code");
        Person person = create(name, mail, password);
        if (!signIns.isFirst(person.id())) throw Refused.because("", "people.set-up.done");
        return person;
    }

    /**
     * Sets a new password; the person is signed out everywhere.
     *
     * @throws Missing when nobody has this address
     * @throws Refused for the field {@code password}
     */
    @Transactional
    public void setPassword(String mail, String password) {
        Person person = byMail(mail).orElseThrow(() -> new Missing("person with this address"));
        Refused.Check check = new Refused.Check();
        passwords.check(check, "password", password, person.name(), mail);
        check.orRefuse();
        newPasswords.replace(person.id(), password, 0);
    }

    /**
     * The address of a page on which a new password may be set, once and within an hour.
     *
     * @throws Missing when nobody has this mail address
     */
    @Transactional
    public String resetLink(String mail) {
        Person person = byMail(mail).orElseThrow(() -> new Missing("person with this address"));
        return links.make(new Link.Reset(Mails.plain(mail), person.id(), Onward.NOWHERE))
                .address();
    }

    /** @return nothing when the person with this address can sign in already */
    Optional<Person> enrol(String name, String mail, @Nullable String passwordHash, @Nullable String community) {
        Optional<Person> imported = store.byMail(mail);
        Person person = imported.isPresent() ? imported.get() : add(name, mail);
        if (!signIns.add(person.id(), passwordHash, clock.instant())) return Optional.empty();
        if (imported.isPresent()) {
            store.name(person.id(), name.strip());
            known.changed(person.id());
            events.publishEvent(new NameChanged(person.id(), person.handle(), name.strip()));
        }
        events.publishEvent(new Joined(person.id(), community));
        return store.find(person.id());
    }

    Person add(String name, @Nullable String mail) {
        String slug = Slug.of(name);
        String wish = slug.matches("-|\\d+") ? "member" : slug;
        for (int attempt = 1; ; attempt++) {
            String handle = attempt == 1 ? wish : wish + "-" + attempt;
            if (store.handleTaken(handle)) continue;
            Optional<Person> added = store.add(handle, name, mail, clock.instant());
            if (added.isPresent()) return added.get();
            Optional<Person> sameMail = mail == null ? Optional.empty() : store.byMail(mail);
            if (sameMail.isPresent()) return sameMail.get();
        }
    }
}
