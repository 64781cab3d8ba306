package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mainline.kernel.Burden;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Answers that are sent as they are read, since they may be long, or lie in memory anyway: their controllers say so by
 * {@link Burden}. None of them is caught or kept.
 */
@Component
class Streams {
    private static final Set<Burden.Kind> LONG = EnumSet.of(
            Burden.Kind.FETCHING,
            Burden.Kind.RECEIVING,
            Burden.Kind.PUSHING,
            Burden.Kind.EXPORTING,
            Burden.Kind.LISTENING,
            Burden.Kind.NOTHING);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable List<PathPattern> known;

    Streams(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    boolean isOne(HttpServletRequest request) {
        PathContainer path;
        try {
            path = PathContainer.parsePath(request.getRequestURI());
        } catch (IllegalArgumentException odd) {
            return false;
        }
        return patterns().stream().anyMatch(pattern -> pattern.matches(path));
    }

    private List<PathPattern> patterns() {
        List<PathPattern> patterns = known;
        if (patterns == null) {
            patterns = patterns(mappings.stream().findFirst().orElseThrow().getHandlerMethods());
            known = patterns;
        }
        return patterns;
    }

    private static List<PathPattern> patterns(Map<RequestMappingInfo, HandlerMethod> handlers) {
        return handlers.entrySet().stream()
                .filter(handler -> LONG.contains(Burdens.kind(handler.getValue())))
                .flatMap(handler -> patterns(handler.getKey()))
                .distinct()
                .toList();
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo mapping) {
        var patterns = mapping.getPathPatternsCondition();
        return patterns == null ? Stream.of() : patterns.getPatterns().stream();
    }
}
