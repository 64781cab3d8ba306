package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import mainline.platform.RateLimit;
import org.springframework.stereotype.Component;

/** How often the doors may be tried: by mail address, so that nobody guesses one account, and by network, for many. */
@Component
public class Limits {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimit limit;

    Limits(RateLimit limit) {
        this.limit = limit;
    }

    void signIn(String mail, HttpServletRequest request) {
        check("sign-in", mail, 10, request, 100, QUARTER);
    }

    void join(String mail, HttpServletRequest request) {
        check("join", mail, 5, request, 60, HOUR);
    }

    void reset(String mail, HttpServletRequest request) {
        check("reset", mail, 5, request, 30, HOUR);
    }

    /** Guessing the code of the set-up page. */
    public void setUp(HttpServletRequest request) {
        check("set-up", "", Integer.MAX_VALUE, request, 20, QUARTER);
    }

    void link(HttpServletRequest request) {
        check("link", "", Integer.MAX_VALUE, request, 100, QUARTER);
    }

    /** Wrong access tokens. */
    void token(HttpServletRequest request) {
        check("token", "", Integer.MAX_VALUE, request, 60, QUARTER);
    }

    /** Guessing the present password in a browser that was left open. */
    void password(Person person) {
        if (!limit.allow("password", Long.toString(person.id().value()), 10, QUARTER)) throw new TooOften(QUARTER);
    }

    private void check(
            String what, String mail, int perMail, HttpServletRequest request, int perNetwork, Duration window) {
        boolean network = limit.allow(what + "-network", Network.of(request), perNetwork, window);
        boolean address = mail.isBlank() || limit.allow(what, Mails.plain(mail), perMail, window);
        if (!network || !address) throw new TooOften(window);
    }
}
