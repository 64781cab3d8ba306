package mainline.people;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A request that came with the cookie of a session. */
final class SignedIn extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Session session;

    SignedIn(Session session) {
        super(rights(session));
        this.session = session;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> rights(Session session) {
        return session.operator() ? List.of(new SimpleGrantedAuthority(Operators.RIGHT)) : List.of();
    }

    /** @throws SignInNeeded when nobody is signed in */
    static Session session() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)
            return signedIn.session;
        throw new SignInNeeded();
    }

    @Override
    public Person getPrincipal() {
        return session.person();
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
