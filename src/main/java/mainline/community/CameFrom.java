package mainline.community;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import mainline.kernel.Missing;
import mainline.look.PlainCookie;
import mainline.look.Shell;
import mainline.people.Person;
import mainline.people.Surroundings;
import mainline.people.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/** Pages of somebody's account stand in the frame of the community from which they came there. */
@Configuration(proxyBeanMethods = false)
class CameFrom implements WebMvcConfigurer, HandlerInterceptor, Surroundings {
    private static final String COOKIE = "community";

    private final Viewers viewers;
    private final FrameView frames;

    CameFrom(Viewers viewers, FrameView frames) {
        this.viewers = viewers;
        this.frames = frames;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer == null || !Visitors.isOpened(request)) return;
        HereResolver.settled(request)
                .filter(Here::isMember)
                .map(here -> here.community().slug())
                .filter(slug -> !slug.equals(kept(request)))
                .map(slug -> URLEncoder.encode(slug, StandardCharsets.UTF_8))
                .ifPresent(value -> response.addCookie(PlainCookie.of(COOKIE, value, request)));
    }

    private static String kept(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        try {
            return cookie == null ? "" : URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    /** Of a community to which they do not belong any more, nothing is shown. */
    @Override
    public Shell of(Person person, HttpServletRequest request, Shell shell) {
        String slug = kept(request);
        if (slug.isEmpty()) return shell;
        try {
            Viewer viewer = viewers.of(slug, person);
            return viewer.isMember() ? frames.frame(viewer, shell) : shell;
        } catch (Missing | Moved elsewhere) {
            return shell;
        }
    }
}
