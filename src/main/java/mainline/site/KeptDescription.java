package mainline.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Describing the API takes a while and is the same until the next release: it is done for the first who asks. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE)
class KeptDescription extends OncePerRequestFilter {
    private static final String ADDRESS = "/api/v1/openapi.json";

    private volatile byte @Nullable [] kept;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(ADDRESS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The library would describe it in YAML as well, anew for each who asks.
        if (!request.getRequestURI().equals(ADDRESS)) response.sendError(HttpStatus.NOT_FOUND.value());
        else if (kept != null || isMade(request, response, chain)) send(request, response);
    }

    /** False when something else was answered. */
    private synchronized boolean isMade(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (kept != null) return true;
        ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, whole);
        if (whole.getStatus() == HttpStatus.OK.value() && request.getMethod().equals("GET")) {
            kept = whole.getContentAsByteArray();
            return true;
        }
        whole.copyBodyToResponse();
        return false;
    }

    private void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] description = Objects.requireNonNull(kept);
        CRC32C sum = new CRC32C();
        sum.update(description);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (new ServletWebRequest(request, response).checkNotModified(Long.toHexString(sum.getValue()))) return;
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(description.length);
        response.getOutputStream().write(description);
    }
}
