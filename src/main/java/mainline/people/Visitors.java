package mainline.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import mainline.kernel.Languages;
import mainline.look.Section;
import mainline.look.Shell;
import mainline.look.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.WebUtils;

/** Reads from a request who is asking, in which language and theme. */
@Component
public class Visitors implements Shells {
    private static final String KEPT = Visitors.class.getName();

    private final MessageSource messages;
    private final List<Section> sections;
    private final Clock clock;
    private final ObjectProvider<Unseen> notices;

    Visitors(MessageSource messages, List<Section> sections, Clock clock, ObjectProvider<Unseen> notices) {
        this.notices = notices;
        this.messages = messages;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(Section::place))
                .toList();
        this.clock = clock;
    }

    /** The same visitor however often it is asked during one request. */
    public Visitor of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(KEPT) instanceof Visitor kept) return kept;
        Authentication sign = SecurityContextHolder.getContext().getAuthentication();
        Person person = sign != null && sign.getPrincipal() instanceof Person known ? known : null;
        Visitor visitor = new Visitor(person, shell(request, response, person, sign));
        request.setAttribute(KEPT, visitor);
        return visitor;
    }

    /** The rest of the request is another person's. */
    static void forget(HttpServletRequest request) {
        request.removeAttribute(KEPT);
    }

    @Override
    public Shell shell(HttpServletRequest request, HttpServletResponse response) {
        return of(request, response).shell();
    }

    private Shell shell(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Person person,
            @Nullable Authentication sign) {
        boolean operator = sign != null
                && sign.getAuthorities().stream().anyMatch(right -> "OPERATOR".equals(right.getAuthority()));
        Object nonce = request.getAttribute("nonce");
        return new Shell(
                messages,
                language(request),
                ZoneOffset.UTC,
                clock.instant(),
                theme(request),
                path(request),
                nonce == null ? "" : nonce.toString(),
                token(request),
                sections,
                person == null ? null : me(person, operator),
                null,
                notice(request, response));
    }

    /** Counted when a page shows it, and once. */
    private Shell.Me me(Person person, boolean operator) {
        var unseen = SingletonSupplier.of(() -> notices.getObject().of(person.id()));
        return new Shell.Me(
                person.handle(),
                person.name(),
                Initials.face(person),
                operator,
                () -> Objects.requireNonNull(unseen.get()));
    }

    /** The language chosen here before, else the first of the browser's wishes that is spoken here. */
    public static Locale language(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, "lang");
        Optional<Locale> chosen = cookie == null ? Optional.empty() : Languages.of(cookie.getValue());
        return chosen.orElseGet(() -> wished(request));
    }

    private static Locale wished(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return Languages.usual();
        return Collections.list(request.getLocales()).stream()
                .flatMap(wish -> Languages.closest(wish).stream())
                .findFirst()
                .orElse(Languages.usual());
    }

    /** {@code light}, {@code dark}, or empty to follow the system. */
    public static String theme(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, "theme");
        String theme = chosen == null ? "" : chosen.getValue();
        return theme.equals("light") || theme.equals("dark") ? theme : "";
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static Supplier<String> token(HttpServletRequest request) {
        // Masked anew for each page, which is enough, and not for each of its forms.
        return SingletonSupplier.of(() ->
                request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "");
    }

    /** Whether somebody looks at the page that is asked for: no script fetches it, and nothing does beforehand. */
    public static boolean isOpened(HttpServletRequest request) {
        String into = request.getHeader("Sec-Fetch-Dest");
        String purpose = request.getHeader("Sec-Purpose");
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                // Our own scripts say so: what a browser adds by itself it leaves out where there is no TLS.
                && request.getHeader("X-Requested-With") == null
                && (into == null || into.equals("document"))
                && (purpose == null || !purpose.contains("prefetch"));
    }

    /** The notice of the act before, told once, on a page that somebody looks at. */
    private static @Nullable String notice(HttpServletRequest request, HttpServletResponse response) {
        if (!isOpened(request)) return null;
        Cookie cookie = WebUtils.getCookie(request, "notice");
        if (cookie == null || !cookie.getValue().matches("[a-z.-]{1,60}")) return null;
        Cookie told = new Cookie("notice", "");
        told.setPath("/");
        told.setMaxAge(0);
        response.addCookie(told);
        return cookie.getValue();
    }
}
