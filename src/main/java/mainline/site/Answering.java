package mainline.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mainline.people.Network;
import mainline.people.Person;
import mainline.platform.Budget;
import mainline.platform.Busy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Works for whoever asks, and lets no slow reader keep a place: an answer is complete before it is sent, but for those that
 * are sent as they are read.
 */
@Component
@ConditionalOnWebApplication
@Order(Answering.AFTER_SECURITY)
class Answering extends OncePerRequestFilter {
    static final int AFTER_SECURITY = 0;

    private final Streams streams;
    private final Budget budget;

    Answering(Streams streams, Budget budget) {
        this.streams = streams;
        this.budget = budget;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        budget.workFor(asker(request));
        try {
            if (isWhole(response) || streams.isOne(request)) {
                chain.doFilter(request, response);
                return;
            }
            ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, whole);
            send(request, whole);
        } finally {
            budget.workForNobody();
        }
    }

    /** A long answer has its memory counted until it is taken. */
    private void send(HttpServletRequest request, ContentCachingResponseWrapper whole) throws IOException {
        try (Budget.Place held = budget.hold(Network.of(request), whole.getContentSize())) {
            whole.copyBodyToResponse();
        } catch (Busy full) {
            whole.resetBuffer();
            Refusals.refuse(whole, 503);
        }
    }

    private static boolean isWhole(HttpServletResponse response) {
        return WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class) != null;
    }

    private static Budget.Asker asker(HttpServletRequest request) {
        Authentication sign = SecurityContextHolder.getContext().getAuthentication();
        return sign != null && sign.getPrincipal() instanceof Person person
                ? new Budget.Asker("person " + person.id().value(), true)
                : new Budget.Asker(Network.of(request), false);
    }
}
