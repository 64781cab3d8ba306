package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** What happens to a request that may not pass. */
@Component
class Barred implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Only the pages of operators ask for a sign-in this early. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(
                "Location", "/sign-in?then=" + UriUtils.encode(request.getRequestURI(), StandardCharsets.UTF_8));
    }

    /** Whoever may not see a page is not told that there is one. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.sendError(
                denied instanceof CsrfException ? HttpStatus.FORBIDDEN.value() : HttpStatus.NOT_FOUND.value());
    }
}
