package mainline.community;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.look.Shell;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import mainline.people.People;
import mainline.people.Person;
import mainline.people.TokenNeeded;
import mainline.people.Visitor;
import mainline.people.Visitors;
import org.jspecify.annotations.Nullable;
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

/**
 * The one door to everything below {@code /{community}}. Before a controller is asked for anything, it is settled where the
 * request is and who makes it: the {@link Here} that controllers take as a parameter. A community that is not there and
 * one that the viewer may not know of are answered alike: 404, or to a program without a token 401.
 */
@Component
public class HereResolver implements HandlerInterceptor, HandlerMethodArgumentResolver {
    private static final String SETTLED = Here.class.getName();

    private final Communities communities;
    private final Visitors visitors;
    private final AccessTokens tokens;
    private final People people;

    HereResolver(Communities communities, Visitors visitors, AccessTokens tokens, People people) {
        this.communities = communities;
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
        ByToken programs = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ByToken.class);
        Here here = programs == null
                ? here(slug, visitor)
                : here(slug, visitor.shell(), tokens.carriedBy(request), programs.value());
        if (here.community().isForMembersOnly()) Unkept.mark(request);
        request.setAttribute(SETTLED, here);
        return true;
    }

    private Here here(String slug, Shell shell, Optional<AccessToken> token, AccessToken.Scope needed) {
        Visitor visitor =
                new Visitor(token.map(AccessToken::person).map(people::get).orElse(null), shell);
        try {
            Here here = here(slug, visitor);
            if (token.isPresent() && !token.get().scope().covers(needed)) throw new TokenNeeded();
            return here;
        } catch (Missing unknown) {
            if (token.isEmpty()) throw new TokenNeeded();
            throw unknown;
        }
    }

    private Here here(String slug, Visitor visitor) {
        Person person = visitor.person();
        PersonId viewer = person == null ? null : person.id();
        Community community = communities.seen(slug, viewer).orElseThrow(() -> elsewhere(slug, viewer));
        boolean member = viewer != null && communities.isMember(community.id(), viewer);
        Shell.Bar bar = new Shell.Bar(community.slug(), community.name(), member, community.isForMembersOnly());
        return new Here(community, visitor, member, visitor.shell().in(bar, community.zone()));
    }

    private RuntimeException elsewhere(String slug, @Nullable PersonId viewer) {
        return communities
                .formerlySeen(slug, viewer)
                .<RuntimeException>map(community -> new Moved(slug, community.slug()))
                .orElseGet(() -> new Missing("community " + slug));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Here.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return Objects.requireNonNull(servlet.getAttribute(SETTLED), "no community in this address");
    }
}
