package mainline.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out from the session cookie who is asking. The security wiring puts it in its chain. */
@Component
public class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Whether the request carries the key of a session. */
    public boolean isSignedIn(HttpServletRequest request) {
        return session(request).isPresent();
    }

    private Optional<Session> session(HttpServletRequest request) {
        return SecretCookie.SESSION.read(request).flatMap(key -> sessions.find(key, Network.of(request)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        session(request)
                .ifPresent(session -> SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(session))));
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
