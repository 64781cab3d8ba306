package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The secret that a form must bring along, kept in a cookie: over TLS one that no neighbouring host can set. It is made
 * only when a page has a form, so that pages without one can be kept for everybody.
 */
final class FormTokens implements CsrfTokenRepository {
    /** A request with this attribute got a page for one browser only. */
    static final String ASKED_FOR = FormTokens.class.getName();

    private final CookieCsrfTokenRepository overTls = repository("__Host-csrf", true);
    private final CookieCsrfTokenRepository plain = repository("csrf", false);

    private static CookieCsrfTokenRepository repository(String cookie, boolean secure) {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName(cookie);
        repository.setCookiePath("/");
        repository.setParameterName("_csrf");
        repository.setHeaderName("X-CSRF-TOKEN");
        repository.setCookieCustomizer(
                builder -> builder.httpOnly(true).secure(secure).sameSite("Lax"));
        return repository;
    }

    private CookieCsrfTokenRepository of(HttpServletRequest request) {
        return request.isSecure() ? overTls : plain;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        request.setAttribute(ASKED_FOR, true);
        return of(request).loadToken(request);
    }
}
