package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys with which programs act for a person: made, used and revoked. */
@Component
public class AccessTokens {
    /** Whoever finds one in a log or a paste knows by it what it is. */
    private static final String MARK = "mainline_";

    private static final int MOST = 50;
    private static final Duration USED_STEP = Duration.ofMinutes(5);

    private final AccessTokenStore store;
    private final Limits limits;
    private final Clock clock;

    AccessTokens(AccessTokenStore store, Limits limits, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Makes a new one.
     *
     * @return the key, to be shown once
     * @throws Refused for the field {@code name}
     */
    @Transactional
    public String make(PersonId person, String name, AccessToken.Scope scope) {
        new Refused.Check()
                .text(name, "name", 100)
                .that(store.of(person).size() < MOST, "name", "people.tokens.many", MOST)
                .orRefuse();
        String key = MARK + Secret.random().text();
        store.add(person, name.strip(), scope, new Secret(key).hash(), clock.instant());
        return key;
    }

    List<AccessToken> of(PersonId person) {
        return store.of(person);
    }

    @Transactional
    public void revoke(PersonId person, long id) {
        store.revoke(person, id, clock.instant());
    }

    /**
     * The token a request carries, as {@code Bearer} or as the password of {@code Basic} with any user name.
     *
     * @return empty when it carries none
     * @throws TokenNeeded when what it carries is no token that holds
     * @throws TooOften when many wrong ones came from that network
     */
    public Optional<AccessToken> carriedBy(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) return Optional.empty();
        Optional<AccessToken> found = store.find(new Secret(key(header)).hash());
        if (found.isEmpty()) {
            limits.token(request);
            throw new TokenNeeded();
        }
        AccessToken token = found.get();
        Instant now = clock.instant();
        Instant used = token.used();
        if (used == null || used.plus(USED_STEP).isBefore(now)) store.used(token.id(), now);
        return found;
    }

    /** Whether the request carries a token that holds; one that does not is counted nowhere yet. */
    public boolean isCarriedBy(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && store.find(new Secret(key(header)).hash()).isPresent();
    }

    private static String key(String header) {
        if (header.length() > 1000) return "";
        String[] parts = header.strip().split("\\s+", 2);
        if (parts.length < 2) return "";
        if (parts[0].equalsIgnoreCase("Bearer")) return parts[1];
        if (!parts[0].equalsIgnoreCase("Basic")) return "";
        try {
            String both = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return both.substring(both.indexOf(':') + 1);
        } catch (IllegalArgumentException odd) {
            return "";
        }
    }
}
