package mainline.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** A cookie that holds a secret: bound to this host over TLS, never seen by scripts, not sent along by other sites' forms. */
record SecretCookie(String name, Duration age) {
    static final SecretCookie SESSION = new SecretCookie("session", Duration.ofDays(90));
    /** Somebody has signed in with this browser before. */
    static final SecretCookie DEVICE = new SecretCookie("device", Duration.ofDays(365));
    /** Tells at the end of a join that it began in this browser. */
    static final SecretCookie JOINING = new SecretCookie("joining", Duration.ofDays(2));
    /** Tells which letter somebody waits for in this browser. */
    static final SecretCookie WAITING = new SecretCookie("waiting", Duration.ofDays(2));

    Optional<Secret> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name(request));
        return cookie == null || !cookie.getValue().matches("[A-Za-z0-9_-]{43}")
                ? Optional.empty()
                : Optional.of(new Secret(cookie.getValue()));
    }

    void write(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        add(request, response, secret.text(), age);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    private void add(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
