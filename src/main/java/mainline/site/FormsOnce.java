package mainline.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import mainline.community.Communities;
import mainline.kernel.Subject;
import mainline.platform.SentForms;
import mainline.record.Recorded;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A form does once what it asks, however often it is sent: the act takes the {@link FormPrint} of the form in its own
 * transaction, and whoever sends the same form again, at once or within a day, is led to what the first one did.
 */
@Configuration(proxyBeanMethods = false)
class FormsOnce implements WebMvcConfigurer, HandlerInterceptor {
    private static final String TAKEN = FormsOnce.class.getName();

    private final SentForms forms;
    private final Communities communities;

    FormsOnce(SentForms forms, Communities communities) {
        this.forms = forms;
        this.communities = communities;
    }

    /** The form was sent before, and this is what came of it. */
    static final class Before extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String path;

        Before(String path) {
            super("sent before: " + path, null, false, false);
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What was begun before somebody came in is sent by the form with which they came in, which was looked at.
        FormPrint print = request.getDispatcherType() == DispatcherType.FORWARD ? null : FormPrint.of(request);
        if (print != null)
            forms.leadsTo(print.hash()).ifPresent(path -> {
                throw new Before(path);
            });
        return true;
    }

    /** Inside the act: the first of a request takes the form, the last says where it leads. */
    @EventListener
    void recorded(Recorded act) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) return;
        HttpServletRequest request = attributes.getRequest();
        FormPrint print = FormPrint.of(request);
        if (print == null) return;
        String path = path(act.subject());
        if (request.getAttribute(TAKEN) != null) forms.lead(print.hash(), path);
        else if (!forms.take(print.hash(), path))
            throw new Before(forms.leadsTo(print.hash()).orElse(path));
        request.setAttribute(TAKEN, true);
    }

    private String path(Subject subject) {
        String below = subject.path();
        String community = communities.find(subject.community()).orElseThrow().slug();
        return "/" + community + (below.isEmpty() ? "" : "/" + below);
    }
}
