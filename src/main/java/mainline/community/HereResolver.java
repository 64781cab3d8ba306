package mainline.community;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import mainline.kernel.Missing;
import mainline.look.Shell;
import mainline.people.Person;
import mainline.people.Visitor;
import mainline.people.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives controllers below {@code /{community}} the {@link Here} they ask for; an unknown community is a 404. */
@Component
public class HereResolver implements HandlerMethodArgumentResolver {
    private final Communities communities;
    private final Visitors visitors;

    HereResolver(Communities communities, Visitors visitors) {
        this.communities = communities;
        this.visitors = visitors;
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
        Object variables = servlet.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String slug = variables instanceof Map<?, ?> map ? String.valueOf(map.get("community")) : "";
        Visitor visitor =
                visitors.of(servlet, Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
        return here(slug, visitor);
    }

    private Here here(String slug, Visitor visitor) {
        Community community = communities.bySlug(slug).orElseThrow(() -> elsewhere(slug));
        Person person = visitor.person();
        boolean member = person != null && communities.isMember(community.id(), person.id());
        Shell shell = visitor.shell().in(new Shell.Bar(community.slug(), community.name(), member), community.zone());
        return new Here(community, visitor, member, shell);
    }

    private RuntimeException elsewhere(String slug) {
        return communities
                .byFormerSlug(slug)
                .<RuntimeException>map(community -> new Moved(slug, community.slug()))
                .orElseGet(() -> new Missing("community " + slug));
    }
}
