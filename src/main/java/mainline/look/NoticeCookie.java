package mainline.look;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.WebUtils;

/** Carries the name of a notice over a redirect; it names a message and holds nothing about anyone. */
@Configuration(proxyBeanMethods = false)
class NoticeCookie implements WebMvcConfigurer, HandlerInterceptor {
    private static final Duration LASTS = Duration.ofSeconds(30);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        String notice = answer == null ? null : notice(request, answer);
        if (notice != null) response.addCookie(PlainCookie.of("notice", notice, LASTS, request));
    }

    /** That of the act, or the one that came in with a request which only leads on and has not shown it yet. */
    private static @Nullable String notice(HttpServletRequest request, ModelAndView answer) {
        if (answer.getModel().get(Page.NOTICE) instanceof String notice) return notice;
        Cookie waiting = answer.getView() instanceof RedirectView ? WebUtils.getCookie(request, "notice") : null;
        return waiting == null || !waiting.getValue().matches("[a-z.-]{1,60}") ? null : waiting.getValue();
    }
}
