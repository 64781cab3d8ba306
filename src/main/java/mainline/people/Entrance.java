package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainline.kernel.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Signs a browser in and out. */
@Component
public class Entrance {
    private static final int LONGEST_AGENT = 300;

    private final Sessions sessions;
    private final Familiars familiars;
    private final ObjectProvider<CsrfTokenRepository> tokens;

    Entrance(Sessions sessions, Familiars familiars, ObjectProvider<CsrfTokenRepository> tokens) {
        this.sessions = sessions;
        this.familiars = familiars;
        this.tokens = tokens;
    }

    /** Always under a new key, so that nobody can have known it beforehand; this request goes on as theirs. */
    public void enter(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        SecretCookie.SESSION.read(request).ifPresent(sessions::end);
        Secret key = sessions.start(person, agent(request), Network.of(request));
        SecretCookie.SESSION.write(request, response, key);
        familiars.remember(person, request, response);
        tokens.ifAvailable(repository -> renewToken(repository, request, response));
        sessions.find(key, Network.of(request))
                .ifPresent(session -> SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(session))));
        Visitors.forget(request);
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        SecretCookie.SESSION.read(request).ifPresent(sessions::end);
        SecretCookie.SESSION.clear(request, response);
        tokens.ifAvailable(repository -> repository.saveToken(null, request, response));
    }

    /** What this request still shows has a new one too. */
    private static void renewToken(
            CsrfTokenRepository repository, HttpServletRequest request, HttpServletResponse response) {
        new CsrfAuthenticationStrategy(repository)
                .onAuthentication(SecurityContextHolder.getContext().getAuthentication(), request, response);
    }

    private static String agent(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        if (agent == null) return "";
        String plain = agent.replaceAll("[^\\x20-\\x7e]", "");
        return plain.substring(0, Math.min(LONGEST_AGENT, plain.length()));
    }
}
