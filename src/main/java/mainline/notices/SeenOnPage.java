package mainline.notices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import mainline.community.Belongings;
import mainline.community.Here;
import mainline.community.HereResolver;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.Person;
import mainline.people.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever opens the page of a thing has seen what they were told of it. The page is rendered after that, so its bar counts
 * right; another page of theirs that is kept in memory may count the old way for as long as it is kept, which is five seconds.
 */
@Configuration(proxyBeanMethods = false)
class SeenOnPage implements WebMvcConfigurer, HandlerInterceptor {
    private final Notices notices;
    private final Belongings belongings;

    SeenOnPage(Notices notices, Belongings belongings) {
        this.notices = notices;
        this.belongings = belongings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || !isShown(page) || !Visitors.isOpened(request)) return;
        Here here = HereResolver.settled(request).orElse(null);
        Person reader = here == null ? null : here.person();
        if (here == null || reader == null) return;
        PersonId person = reader.id();
        subject(here, request).map(belongings::whole).ifPresent(whole -> notices.see(person, whole, Long.MAX_VALUE));
    }

    /** Neither a redirect nor a form that was refused. */
    private static boolean isShown(ModelAndView page) {
        return page.getViewName() != null && page.getStatus() == null;
    }

    private static Optional<Subject> subject(Here here, HttpServletRequest request) {
        String path = request.getRequestURI();
        int below = path.indexOf('/', 1);
        if (below < 0) return Optional.empty();
        String about = request.getParameter("about");
        // Later pages of a long discussion.
        if (about != null && path.endsWith("/comments")) return Optional.of(Subject.of(here.id(), about));
        return Subject.on(here.id(), path.substring(below + 1));
    }
}
