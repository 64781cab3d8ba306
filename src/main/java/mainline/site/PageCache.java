package mainline.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import mainline.look.Shell;
import mainline.people.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers onlookers from memory: a page they all see alike is rendered once until something moves in its community.
 * Whoever carries a cookie that could make a difference is not an onlooker here. A page lives for five seconds at most,
 * which bounds how late acts of other processes, and names changed outside any community, show.
 */
@Component
@ConditionalOnWebApplication
@Order(PageCache.AFTER_NONCES)
class PageCache extends OncePerRequestFilter {
    static final int AFTER_NONCES = org.springframework.core.Ordered.HIGHEST_PRECEDENCE + 20;
    private static final Set<String> HARMLESS = Set.of("theme", "lang", "csrf", "__Host-csrf");
    private static final int MOST_BYTES = 32 << 20;

    private final Visitors visitors;
    private final Moves moves;
    private final Cache<Key, KeptPage> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, KeptPage page) -> page.weight())
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    PageCache(Visitors visitors, Moves moves) {
        this.visitors = visitors;
        this.moves = moves;
    }

    /** All that an onlooker's page depends on besides what is stored. */
    private record Key(String path, @Nullable String query, Locale language, String theme, boolean secure, boolean fragment) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getHeader(HttpHeaders.AUTHORIZATION) != null) return true;
        if (request.getRequestURI().startsWith("/assets/") || request.getRequestURI().contains("/handbook.git/")) return true;
        if (request.getCookies() != null)
            for (Cookie cookie : request.getCookies()) if (!HARMLESS.contains(cookie.getName())) return true;
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Shell shell = visitors.of(request, response).shell();
        Key key = new Key(
                request.getRequestURI(),
                request.getQueryString(),
                shell.locale(),
                shell.theme(),
                request.isSecure(),
                request.getHeader("HX-Request") != null);
        String slug = firstSegment(request.getRequestURI());
        KeptPage kept = pages.getIfPresent(key);
        if (kept != null && kept.stamp() == moves.stamp(slug)) {
            kept.send(request, response);
            return;
        }
        long stamp = moves.stamp(slug);
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, caught);
        KeptPage page = KeptPage.of(request, caught, stamp);
        if (page == null) {
            caught.copyBodyToResponse();
        } else {
            pages.put(key, page);
            page.send(request, response);
        }
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    }
}
