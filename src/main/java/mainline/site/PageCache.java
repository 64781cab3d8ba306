package mainline.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import mainline.community.Communities;
import mainline.look.PlainCookie;
import mainline.people.Network;
import mainline.people.SessionFilter;
import mainline.people.Visitors;
import mainline.platform.Budget;
import mainline.platform.Busy;
import mainline.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers from memory. A page that all onlookers see alike is rendered once until something moves in its community; a
 * member's own pages of a community are kept for their session alone, as long as that lasts. What moves in another process
 * is told here too; nothing is kept longer than five seconds, since pages say how long ago something was, and only for
 * a moment while others are not heard. Whoever has just done
 * something always gets a fresh page: the cookie {@code acted} goes with them to whichever process answers.
 */
@Component
@ConditionalOnWebApplication
@Order(PageCache.AFTER_NONCES)
class PageCache extends OncePerRequestFilter {
    static final int AFTER_NONCES = org.springframework.core.Ordered.HIGHEST_PRECEDENCE + 20;
    static final String ACTED = "acted";
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Set<String> HARMLESS = Set.of("theme", "lang", "community", "device", "__Host-device");
    private static final Set<String> TOKENS = Set.of("csrf", "__Host-csrf");
    private static final Set<String> SESSIONS = Set.of("session", "__Host-session");
    private static final int MOST_BYTES = 32 << 20;

    private final SessionFilter sessions;
    private final Memory memory;
    private final Stamps stamps;
    private final Cache<Key, KeptPage> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, KeptPage page) -> page.weight())
            .expireAfterWrite(KEPT)
            // Where many pages are made, what drops the others must not come later than they do.
            .executor(Runnable::run)
            .scheduler(Scheduler.systemScheduler())
            .build();

    private final Streams streams;
    private final Budget budget;

    PageCache(SessionFilter sessions, Memory memory, Stamps stamps, Streams streams, Budget budget) {
        this.memory = memory;
        this.sessions = sessions;
        this.stamps = stamps;
        this.streams = streams;
        this.budget = budget;
    }

    /**
     * All that a page depends on besides what is stored.
     *
     * @param session the session and the form token of a member, empty for an onlooker
     */
    private record Key(
            String path,
            @Nullable String query,
            Locale language,
            String theme,
            boolean secure,
            boolean fragment,
            String session) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String slug = firstSegment(request.getRequestURI());
        String session = session(request, slug);
        Key key = session == null || hasEnded(session, request) ? null : key(request, session);
        long stamp = stamps.stamp(slug);
        KeptPage kept = key == null ? null : pages.getIfPresent(key);
        if (kept != null && kept.stamp() == stamp && memory.holds(kept.at())) {
            kept.send(request, response);
            return;
        }
        // Asked late: what is in memory is found without looking through all addresses.
        boolean stream = streams.isOne(request);
        if (key != null && !stream) {
            makeAnew(key, stamp, request, response, chain);
            return;
        }
        if (!stream && !isReading(request) && !Answers.asksTheApi(request)) remember(request, response);
        chain.doFilter(request, response);
    }

    private boolean hasEnded(String session, HttpServletRequest request) {
        return !session.isEmpty() && !sessions.isSignedIn(request);
    }

    private void makeAnew(
            Key key, long stamp, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long at = memory.now();
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, caught);
        KeptPage page = KeptPage.of(request, caught, stamp, at, !key.session().isEmpty());
        if (page != null) pages.put(key, page);
        // Whoever reads slowly has it in memory for long.
        try (Budget.Place held = budget.hold(Network.of(request), caught.getContentSize())) {
            if (page == null) caught.copyBodyToResponse();
            else page.send(request, response);
        } catch (Busy full) {
            response.resetBuffer();
            Refusals.refuse(response, 503);
        }
    }

    /** Whose pages may be looked for: a session's, or empty for an onlooker's; null when none may. */
    private @Nullable String session(HttpServletRequest request, String slug) {
        if (!request.getMethod().equals("GET") || request.getHeader(HttpHeaders.AUTHORIZATION) != null) return null;
        String session = "";
        String token = "";
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        for (Cookie cookie : cookies) {
            if (SESSIONS.contains(cookie.getName())) session += cookie.getName() + cookie.getValue();
            else if (TOKENS.contains(cookie.getName())) token += cookie.getName() + cookie.getValue();
            else if (!HARMLESS.contains(cookie.getName())) return null;
        }
        if (session.isEmpty()) return "";
        return Communities.isReserved(slug) ? null : session + " " + token;
    }

    private static Key key(HttpServletRequest request, String session) {
        return new Key(
                request.getRequestURI(),
                request.getQueryString(),
                Visitors.language(request),
                Visitors.theme(request),
                request.isSecure(),
                request.getHeader("HX-Request") != null,
                session);
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static void remember(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(PlainCookie.of(ACTED, "yes", KEPT.plusSeconds(2), request));
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    }
}
