package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Visitor} they ask for. */
@Component
public class VisitorResolver implements HandlerMethodArgumentResolver {
    private static final String ACCOUNT = "/me";

    private final Visitors visitors;
    private final ObjectProvider<Surroundings> surroundings;

    VisitorResolver(Visitors visitors, ObjectProvider<Surroundings> surroundings) {
        this.visitors = visitors;
        this.surroundings = surroundings;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Visitor visitor =
                visitors.of(servlet, Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
        Person person = visitor.person();
        return person == null || !isAccount(servlet.getRequestURI())
                ? visitor
                : new Visitor(person, surroundings.getObject().of(person, servlet, visitor.shell()));
    }

    private static boolean isAccount(String path) {
        return path.equals(ACCOUNT) || path.startsWith(ACCOUNT + "/");
    }
}
