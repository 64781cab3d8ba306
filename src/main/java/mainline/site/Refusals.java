package mainline.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mainline.platform.Busy;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says what the {@link Door} has refused, once the answer has the headers of every answer. */
final class Refusals extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(Door.REFUSED) instanceof Integer status)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getAttribute(Door.ALLOWED) instanceof String allowed)
            response.setHeader(HttpHeaders.ALLOW, allowed);
        refuse(response, status);
    }

    static void refuse(HttpServletResponse response, int status) throws IOException {
        if (status == 503)
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(Busy.pause().toSeconds()));
        // Nobody reads what else is on its way.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.sendError(status);
    }
}
