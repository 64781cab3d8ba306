package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the page of an address. Nearly all begin with the name of a community, so that Spring would match each of the hundreds of
 * patterns against each request; most are ruled out by a plain word in another place.
 */
@Component
class Addresses implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Quick();
    }

    private static final class Quick extends RequestMappingHandlerMapping {
        private static final String PARTS = Addresses.class.getName();

        private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo mapping, HttpServletRequest request) {
            return mayMatch(mapping, request) ? super.getMatchingMapping(mapping, request) : null;
        }

        private boolean mayMatch(RequestMappingInfo mapping, HttpServletRequest request) {
            String[] parts = parts(request);
            if (parts.length == 0) return true;
            List<Shape> all = shapes.computeIfAbsent(mapping, Quick::shapes);
            for (Shape shape : all) if (shape.mayMatch(parts)) return true;
            return all.isEmpty();
        }

        /**
         * None for an address in which a plain word could be written otherwise. An error is answered by the same request at another
         * address.
         */
        private static String[] parts(HttpServletRequest request) {
            String path = request.getRequestURI();
            if (request.getAttribute(PARTS) instanceof Asked known
                    && known.path().equals(path)) return known.parts();
            boolean plain = path.indexOf('%') < 0 && path.indexOf(';') < 0 && !path.contains("//");
            String[] parts = plain ? Shape.parts(path) : new String[0];
            request.setAttribute(PARTS, new Asked(path, parts));
            return parts;
        }

        private record Asked(String path, String[] parts) {}

        private static List<Shape> shapes(RequestMappingInfo mapping) {
            var patterns = mapping.getPathPatternsCondition();
            return patterns == null
                    ? List.of()
                    : patterns.getPatterns().stream()
                            .map(pattern -> Shape.of(pattern.getPatternString()))
                            .toList();
        }
    }

    /**
     * The plain words of a pattern, by their place; null where anything may stand.
     *
     * @param words up to the first place from which on any number of parts may follow
     */
    record Shape(@Nullable String[] words) {
        /** Slashes outside braces. */
        private static final String BETWEEN = "/(?![^{]*})";

        static Shape of(String pattern) {
            String[] parts = pattern.replaceFirst("^/", "").split(BETWEEN, -1);
            @Nullable String[] words = new String[parts.length];
            for (int i = 0; i < parts.length && !parts[i].contains("**") && !parts[i].startsWith("{*"); i++)
                if (parts[i].chars().noneMatch(sign -> "{}*?".indexOf(sign) >= 0)) words[i] = parts[i];
            return new Shape(words);
        }

        static String[] parts(String path) {
            return path.replaceFirst("^/", "").split("/", -1);
        }

        boolean mayMatch(String[] parts) {
            for (int i = 0; i < words.length; i++)
                if (words[i] != null && (i >= parts.length || !words[i].equals(parts[i]))) return false;
            return true;
        }
    }
}
