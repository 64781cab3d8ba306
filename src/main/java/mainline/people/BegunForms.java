package mainline.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mainline.kernel.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the forms of those who have to join or sign in first, and sends them when they have. */
@Component
public class BegunForms implements HandlerInterceptor {
    /** The hidden field, and the column, in which one travels. */
    public static final String FIELD = "begun";

    /** Who joins on the page of the form itself gives these with it. */
    static final String NAME = "joining-name";

    static final String MAIL = "joining-mail";

    private static final int LONGEST = 200_000;
    private static final Set<String> METHODS = Set.of("POST", "PUT", "DELETE");
    private static final String RESUMED = BegunForms.class.getName();

    private final JsonMapper json;
    private final ObjectProvider<DispatcherServlet> pages;

    BegunForms(JsonMapper json, ObjectProvider<DispatcherServlet> pages) {
        this.json = json;
        this.pages = pages;
    }

    /** The form that this request sent, when it can be kept: files cannot. */
    public Optional<Begun> sentBy(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod()) || !sendsForm(request)) return Optional.empty();
        Map<String, List<String>> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            boolean ofThePage = name.startsWith("_") || name.equals(FIELD) || name.startsWith("joining-");
            if (!ofThePage && !name.startsWith("password")) fields.put(name, List.of(values));
        });
        Begun begun = new Begun(request.getMethod(), request.getRequestURI(), kind(request), fields);
        return write(begun).length() <= LONGEST ? Optional.of(begun) : Optional.empty();
    }

    private static boolean sendsForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static @Nullable String kind(HttpServletRequest request) {
        BeforeJoining may =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                        ? method.getMethodAnnotation(BeforeJoining.class)
                        : null;
        return may == null ? null : may.value();
    }

    public String write(@Nullable Begun begun) {
        return begun == null ? "" : json.writeValueAsString(begun);
    }

    /** What came back from a page or a link; whatever is none of ours is none. */
    public @Nullable Begun read(@Nullable String written) {
        if (written == null || written.isEmpty() || written.length() > LONGEST) return null;
        try {
            Begun begun = json.readValue(written, Begun.class);
            return begun != null && isOurs(begun) ? begun : null;
        } catch (JacksonException odd) {
            return null;
        }
    }

    @SuppressWarnings("ConstantValue") // What was read may lack anything.
    private static boolean isOurs(Begun begun) {
        return begun.method() != null
                && METHODS.contains(begun.method())
                && begun.path() != null
                && LocalPath.of(begun.path()).equals(begun.path())
                && !begun.path().equals("/")
                && begun.fields() != null
                && (begun.kind() == null || begun.kind().matches("[a-z-]{1,40}"));
    }

    /**
     * Sends it within this request, as the person who has come in by it; the answer is the form's own.
     *
     * @throws Missing for what may not be sent like this
     */
    public void goOn(Begun begun, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(RESUMED, begun);
        try {
            // Not by the container, which would end the answer before the filters have sent it.
            pages.getObject().service(new BegunRequest(request, begun), response);
        } catch (ServletException | IOException e) {
            throw new IllegalStateException("what was begun at " + begun.path(), e);
        }
    }

    /**
     * Only what is done in a community; and what came by mail may do only what a stranger may begin, under the words by
     * which it was confirmed.
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.FORWARD
                || !(request.getAttribute(RESUMED) instanceof Begun begun)) return true;
        boolean below = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                && named.containsKey("community");
        BeforeJoining may =
                handler instanceof HandlerMethod method ? method.getMethodAnnotation(BeforeJoining.class) : null;
        boolean meant = begun.kind() == null || (may != null && begun.kind().equals(may.value()));
        if (!below || !meant) throw new Missing("what was begun");
        return true;
    }
}
