package mainline.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request in which somebody came in, with the method and the fields of the form they had begun with. */
final class BegunRequest extends HttpServletRequestWrapper {
    private final Begun begun;
    private final Map<String, String[]> fields = new LinkedHashMap<>();

    BegunRequest(HttpServletRequest request, Begun begun) {
        super(request);
        this.begun = begun;
        begun.fields().forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.FORWARD;
    }

    @Override
    public String getRequestURI() {
        return begun.path();
    }

    @Override
    public String getServletPath() {
        return begun.path();
    }

    @Override
    public String getMethod() {
        return begun.method();
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return fields.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(List.copyOf(fields.keySet()));
    }
}
