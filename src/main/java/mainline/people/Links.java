package mainline.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.platform.Job;
import mainline.platform.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Makes, finds and spends the links that go out by mail. */
@Component
class Links {
    private final LinkStore store;
    private final Settings settings;
    private final Clock clock;

    Links(LinkStore store, Settings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param address the whole of it, which is told to nobody but the reader of that mail */
    record Made(String address, Instant expires) {}

    Made make(Link link) {
        Secret token = Secret.random();
        Instant expires = clock.instant().plus(link.lasts());
        store.add(link, token.hash(), expires);
        return new Made(settings.address("/link/" + token.text()), expires);
    }

    Optional<Link> find(Secret token) {
        return store.find(token.hash(), clock.instant());
    }

    /** Until when the link works. */
    Optional<Instant> expires(Secret token) {
        return store.expires(token.hash());
    }

    /** Within the act's transaction: the link is spent if the act succeeds, and stays if it is refused. */
    Optional<Link> take(Secret token) {
        return store.take(token.hash(), clock.instant());
    }

    void dropAll(PersonId person) {
        store.dropAll(person);
    }

    @Configuration(proxyBeanMethods = false)
    static class Purge {
        @Bean
        Job sessionsAndLinksPurge(LinkStore links, SessionStore sessions, FamiliarStore familiars, Clock clock) {
            return new Job("people-purge", Duration.ofHours(6), () -> {
                links.purge(clock.instant());
                sessions.purge(clock.instant());
                familiars.purge(clock.instant());
            });
        }
    }
}
