package mainline.community;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.kernel.Missing;
import mainline.look.Shell;
import mainline.look.Turn;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import mainline.people.People;
import mainline.people.ScopeNeeded;
import mainline.people.TokenNeeded;
import mainline.people.Visitor;
import mainline.people.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriUtils;

/**
 * The one door to everything below {@code /{community}}. Before a controller is asked for anything, it is settled where the
 * request is and who makes it: the {@link Here} that controllers take as a parameter, or the {@link Viewer} alone where no
 * page is answered. A community that is not there and one that the viewer may not know of are answered alike: 404, or to a
 * program without a token 401.
 */
@Component
public class HereResolver implements HandlerInterceptor, HandlerMethodArgumentResolver {
    private static final String SETTLED = Here.class.getName();

    private final Viewers viewers;
    private final Readings readings;
    private final ObjectProvider<Following> following;
    private final FrameView frames;
    private final Visitors visitors;
    private final AccessTokens tokens;
    private final People people;

    HereResolver(
            Viewers viewers,
            Readings readings,
            ObjectProvider<Following> following,
            FrameView frames,
            Visitors visitors,
            AccessTokens tokens,
            People people) {
        this.viewers = viewers;
        this.readings = readings;
        this.following = following;
        this.frames = frames;
        this.visitors = visitors;
        this.tokens = tokens;
        this.people = people;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (!(handler instanceof HandlerMethod method)
                || !(variables instanceof Map<?, ?> named)
                || !(named.get("community") instanceof String slug)) return true;
        Visitor visitor = visitors.of(request, response);
        ByToken programs = method.getMethodAnnotation(ByToken.class);
        if (programs == null)
            programs = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ByToken.class);
        Here here = programs == null
                ? here(slug, inTurn(visitor, slug, request))
                : here(slug, visitor.shell(), tokens.carriedBy(request), programs.value());
        if (here.community().isForMembersOnly()) Unkept.mark(request);
        request.setAttribute(SETTLED, here);
        return true;
    }

    /** What was settled about a request before its controller was asked; nothing for pages of no community. */
    public static Optional<Here> settled(HttpServletRequest request) {
        return request.getAttribute(SETTLED) instanceof Here here ? Optional.of(here) : Optional.empty();
    }

    private Here here(String slug, Shell shell, Optional<AccessToken> token, AccessToken.Scope needed) {
        if (token.isEmpty() && needed != AccessToken.Scope.READ) throw new TokenNeeded();
        Visitor visitor =
                new Visitor(token.map(AccessToken::person).map(people::get).orElse(null), shell);
        try {
            Here here = here(slug, visitor);
            if (token.isPresent() && !token.get().scope().covers(needed)) throw new ScopeNeeded(needed);
            return here;
        } catch (Missing unknown) {
            if (token.isEmpty()) throw new TokenNeeded();
            throw unknown;
        }
    }

    /** What refuses a form that was sent in turn stands in the place of the form's page, and is in turn as that was. */
    private static Visitor inTurn(Visitor visitor, String slug, HttpServletRequest request) {
        String page = request.getMethod().equals("GET") ? null : request.getParameter(Turn.FIELD);
        if (page == null || !Turn.isPage(page)) return visitor;
        String address = UriUtils.encodePath(page.isEmpty() ? "/" + slug : "/" + slug + "/" + page, UTF_8);
        return new Visitor(visitor.person(), visitor.shell().at(Turn.to(address, "")));
    }

    private Here here(String slug, Visitor visitor) {
        Viewer viewer = viewers.of(slug, visitor.person());
        return new Here(viewer, readings.by(viewer), following.getObject(), frames.frame(viewer, visitor.shell()));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Here.class || parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Here here = (Here) Objects.requireNonNull(servlet.getAttribute(SETTLED), "no community in this address");
        return parameter.getParameterType() == Viewer.class ? here.viewer() : here;
    }
}
