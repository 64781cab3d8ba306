package mainline.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each answer a number of its own, by which its scripts are told from any that were smuggled in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Nonces extends OncePerRequestFilter {
    static final String NAME = "nonce";

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        request.setAttribute(NAME, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        chain.doFilter(request, response);
    }
}
