package mainline.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import mainline.kernel.Burden;
import mainline.kernel.Refused;
import mainline.people.Network;
import mainline.platform.Budget;
import mainline.platform.Busy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every request waits for its place in the {@link Budget} before anything is done for it, and has nothing in it that cannot be stored. */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Burdens implements WebMvcConfigurer, HandlerInterceptor {
    private static final String PLACE = Burdens.class.getName();
    private static final String ENTRY = PLACE + ".entry";

    private final Budget budget;

    Burdens(Budget budget) {
        this.budget = budget;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new LetIn()).order(Ordered.LOWEST_PRECEDENCE);
    }

    /** Last of all: whoever only stays and listens from here on gives back the place they needed until they were let in. */
    private static final class LetIn implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            giveBack(request, ENTRY);
            return true;
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        if (request.getDispatcherType() == DispatcherType.ERROR) return mayExplain(request);
        if (isOnward(request)) return true;
        refuseZeros(request);
        Burden.Kind kind = kind(method);
        request.setAttribute(PLACE, budget.place(kind));
        if (kind == Burden.Kind.LISTENING) enter(request);
        return true;
    }

    private void enter(HttpServletRequest request) {
        try {
            request.setAttribute(ENTRY, budget.place(Burden.Kind.PAGE));
        } catch (Busy full) {
            giveBack(request, PLACE);
            throw full;
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (isOnward(request)) return;
        giveBack(request, ENTRY);
        giveBack(request, PLACE);
    }

    /** What somebody had begun is sent within the request in which they came in, which has its place. */
    private static boolean isOnward(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.FORWARD;
    }

    private static void giveBack(HttpServletRequest request, String what) {
        if (request.getAttribute(what) instanceof Budget.Place place) place.close();
    }

    /** Whoever is refused all the time gets the status alone. */
    private boolean mayExplain(HttpServletRequest request) {
        try {
            Budget.Asker asker = new Budget.Asker(Network.of(request), false);
            request.setAttribute(PLACE, budget.place(Burden.Kind.REFUSING, asker));
            return true;
        } catch (Busy refusing) {
            return false;
        }
    }

    static Burden.Kind kind(HandlerMethod method) {
        Burden own = method.getMethodAnnotation(Burden.class);
        if (own == null) own = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Burden.class);
        return own == null ? Burden.Kind.PAGE : own.value();
    }

    /** PostgreSQL has no text with a character of value zero, and no page means one. */
    private static void refuseZeros(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            if (name.indexOf('\0') < 0 && List.of(values).stream().noneMatch(value -> value.indexOf('\0') >= 0)) return;
            if (!request.getMethod().equals("POST") && !request.getMethod().equals("DELETE"))
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            String field = name.replace('\0', ' ');
            throw Refused.because(field, "form.odd-character");
        });
    }
}
