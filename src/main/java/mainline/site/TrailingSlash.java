package mainline.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads from an address with a slash too many to the same without it. */
@Component
@ConditionalOnWebApplication
@Order(PageCache.AFTER_NONCES - 1)
class TrailingSlash extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        // Two slashes at the start would be read as the name of another host.
        return !request.getMethod().equals("GET")
                || path.length() < 2
                || !path.endsWith("/")
                || path.contains("//")
                || path.contains("/handbook.git/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
        response.setHeader(
                HttpHeaders.LOCATION, path.substring(0, path.length() - 1) + (query == null ? "" : "?" + query));
        response.flushBuffer();
    }
}
