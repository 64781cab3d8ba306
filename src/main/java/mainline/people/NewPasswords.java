package mainline.people;

import java.time.Clock;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

/** A password that takes the place of another: all that the old one opened is closed. */
@Component
class NewPasswords {
    private final SignInStore signIns;
    private final Passwords passwords;
    private final Links links;
    private final FamiliarStore familiars;
    private final Sessions sessions;
    private final Clock clock;

    NewPasswords(
            SignInStore signIns,
            Passwords passwords,
            Links links,
            FamiliarStore familiars,
            Sessions sessions,
            Clock clock) {
        this.signIns = signIns;
        this.passwords = passwords;
        this.links = links;
        this.familiars = familiars;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @param keptSession the number of the one that goes on; 0 for none */
    void replace(PersonId person, String password, long keptSession) {
        String hash = passwords.hash(password);
        if (!signIns.add(person, hash, clock.instant())) signIns.change(person, hash, clock.instant());
        links.dropAll(person);
        familiars.dropAll(person);
        sessions.endAll(person, keptSession);
    }
}
