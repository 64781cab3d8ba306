package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.Supplier;
import mainline.platform.Pace;
import mainline.platform.RateLimit;
import mainline.platform.Settings;
import org.springframework.stereotype.Component;

/**
 * How often the doors may be tried: by mail address, so that nobody guesses one account, and by network, for many. Only
 * what goes wrong or sends a mail counts. A network may try as often as fits the people it may hold: those the settings
 * expect, and those who are signed in there.
 */
@Component
public class Limits {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    static final Pace GUESSES = new Pace.Slower(10, Duration.ofMinutes(1), HOUR, Duration.ofDays(1));
    private static final Pace LETTERS = new Pace.Window(5, HOUR);
    private static final Pace CODES = new Pace.Window(20, QUARTER);
    private static final int MOST_TIMES = 10;

    private final RateLimit limit;
    private final Familiars familiars;
    private final SessionStore sessions;
    private final int expected;

    Limits(RateLimit limit, Familiars familiars, SessionStore sessions, Settings settings) {
        this.limit = limit;
        this.familiars = familiars;
        this.sessions = sessions;
        this.expected = settings.peoplePerNetwork();
    }

    /**
     * A password is about to be compared. A browser or network from which the person signed in before has a budget of
     * its own; all strangers together have one, so that many addresses guess no faster than one.
     */
    Attempt signIn(String typed, HttpServletRequest request) {
        Familiars.Way way = familiars.of(Mails.plain(typed), request);
        Attempt attempt = new Attempt(limit);
        if (way.kind() != Familiars.Kind.DEVICE) network(attempt, "sign-in", request, 2, QUARTER);
        return way.kind() == Familiars.Kind.STRANGER
                ? attempt.spend("sign-in", way.key(), GUESSES, "sign-in")
                : attempt.spendOwn("sign-in", way.key(), GUESSES, "sign-in");
    }

    Attempt join(String mail, HttpServletRequest request) {
        return network(new Attempt(limit), "join", request, 2, HOUR)
                .spend("join", Mails.plain(mail), LETTERS, "letters");
    }

    Attempt reset(String typed, HttpServletRequest request) {
        String mail = Mails.plain(typed);
        Familiars.Way way = familiars.of(mail, request);
        boolean device = way.kind() == Familiars.Kind.DEVICE;
        Attempt attempt = new Attempt(limit);
        if (!device) network(attempt, "reset", request, 1, HOUR);
        return attempt.spend("reset", device ? way.key() : mail, LETTERS, "letters");
    }

    /** Guessing the code of the set-up page. */
    public <T> T setUp(HttpServletRequest request, Supplier<T> work) {
        return new Attempt(limit)
                .spend("set-up", Network.of(request), CODES, "code")
                .guess("code", work);
    }

    /** There is no such link, or no longer. */
    void wrongLink(HttpServletRequest request) {
        network(new Attempt(limit), "link", request, 1, QUARTER);
    }

    /** Wrong access tokens. */
    void token(HttpServletRequest request) {
        network(new Attempt(limit), "token", request, 1, QUARTER);
    }

    /** Guessing the present password in a browser that was left open. */
    Attempt password(Person person) {
        return new Attempt(limit).spendOwn("password", Long.toString(person.id().value()), GUESSES, "password");
    }

    private Attempt network(Attempt attempt, String what, HttpServletRequest request, int each, Duration window) {
        String network = Network.of(request);
        int people = Math.min(expected * MOST_TIMES, expected + sessions.peopleIn(network, expected * MOST_TIMES));
        return attempt.spend(what + "-network", network, new Pace.Window(people * each, window), "network");
    }
}
