package mainline.community;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import mainline.look.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Leads whoever takes what waits for them in turn from one thing straight to the next: an act that would lead back to its own
 * page leads on once that page asks nothing more of them. Any other page that an act leads to, such as a receipt, is seen first.
 */
@Configuration(proxyBeanMethods = false)
class InTurn implements WebMvcConfigurer, HandlerInterceptor {
    private final ObjectProvider<AllWaiting> waiting;

    InTurn(ObjectProvider<AllWaiting> waiting) {
        this.waiting = waiting;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) return;
        Optional<Here> settled = HereResolver.settled(request).filter(Here::isMember);
        if (settled.isEmpty()) return;
        Viewer viewer = settled.get().viewer();
        waiting.getObject().acted(viewer);
        String turn = request.getParameter(Turn.FIELD);
        if (turn != null && answer != null && answer.getView() instanceof RedirectView view) lead(viewer, turn, view);
    }

    private void lead(Viewer viewer, String turn, RedirectView view) {
        String address = String.valueOf(view.getUrl());
        if (!Turn.page(address).equals(turn)) return;
        List<Awaited> left = waiting.getObject().soonest(viewer);
        boolean asksMore = left.stream().anyMatch(each -> each.path().equals(turn));
        if (asksMore || left.isEmpty()) view.setUrl(Turn.to(address, ""));
        else view.setUrl(Turn.to(viewer.community().path(left.getFirst().target()), turn));
    }
}
