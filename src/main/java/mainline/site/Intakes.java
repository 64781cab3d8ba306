package mainline.site;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.kernel.Takes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/** What may be sent where, as the controllers say by {@link Takes}. */
final class Intakes {
    /** Below it programs send JSON, by any method; elsewhere browsers send forms. */
    private static final String API = "/api/";

    /** A form without scripts says {@code _method=delete}. */
    private static final Set<RequestMethod> BY_FORM = Set.of(RequestMethod.POST, RequestMethod.DELETE);

    private static final Set<RequestMethod> BY_PROGRAM =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    private final List<Intake> intakes = new ArrayList<>();
    private final List<PathPattern> others = new ArrayList<>();

    record Intake(
            PathPattern pattern, Set<RequestMethod> methods, String type, long most, long ofStrangers, boolean toFile) {
        static Intake of(PathPattern pattern, @Nullable Takes takes) {
            Set<RequestMethod> post = Set.of(RequestMethod.POST);
            return takes == null
                    ? new Intake(pattern, post, Takes.FORM, Takes.LONGEST_FORM, Takes.LONGEST_FORM_OF_A_STRANGER, false)
                    : new Intake(pattern, post, takes.type(), takes.most(), takes.ofStrangers(), takes.toFile());
        }

        static Intake json(PathPattern pattern, Set<RequestMethod> methods) {
            return new Intake(
                    pattern, methods, Takes.JSON, Takes.LONGEST_JSON, Takes.LONGEST_FORM_OF_A_STRANGER, false);
        }

        boolean isAt(String method, PathContainer path) {
            return methods.stream().anyMatch(each -> each.name().equals(method)) && isAt(path);
        }

        /** An address for programs is never one of a page, whatever stands there in place of a community. */
        boolean isAt(PathContainer path) {
            return isForPrograms() == path.value().startsWith(API) && pattern.matches(path);
        }

        boolean isForPrograms() {
            return pattern.getPatternString().startsWith(API);
        }

        boolean takes(@Nullable String sent) {
            if (type.isEmpty()) return true;
            return sent != null
                    && sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type);
        }

        /** A form without files is a form also where files are taken; the page says what is missing. */
        Intake forWhatIs(@Nullable String sent) {
            Intake form = of(pattern, null);
            return type.equals(Takes.FILES) && form.takes(sent) ? form : this;
        }

        /** The server would read such a body for its fields, though the controller reads it by itself. */
        boolean isNone(@Nullable String sent) {
            if (!toFile || !type.isEmpty() || sent == null) return false;
            String low = sent.strip().toLowerCase(Locale.ROOT);
            return low.startsWith(Takes.FORM) || low.startsWith("multipart/");
        }
    }

    Intakes(Map<RequestMappingInfo, HandlerMethod> mappings) {
        mappings.forEach((info, handler) -> {
            if (info.getPathPatternsCondition() == null) return;
            Takes takes = handler.getMethodAnnotation(Takes.class);
            for (PathPattern pattern : info.getPathPatternsCondition().getPatterns())
                add(pattern, info.getMethodsCondition().getMethods(), takes);
        });
    }

    private void add(PathPattern pattern, Set<RequestMethod> methods, @Nullable Takes takes) {
        boolean forPrograms = pattern.getPatternString().startsWith(API);
        Set<RequestMethod> sending = EnumSet.noneOf(RequestMethod.class);
        sending.addAll(methods);
        sending.retainAll(forPrograms ? BY_PROGRAM : BY_FORM);
        if (sending.isEmpty()) others.add(pattern);
        else if (forPrograms) intakes.addLast(Intake.json(pattern, sending));
        else if (takes == null) intakes.addLast(Intake.of(pattern, null));
        else intakes.addFirst(Intake.of(pattern, takes));
    }

    /** Null where nothing is taken. */
    @Nullable
    Intake at(String method, PathContainer path) {
        for (Intake intake : intakes) if (intake.isAt(method, path)) return intake;
        return null;
    }

    /** Whether there is anything at all. */
    boolean isAPage(PathContainer path) {
        return others.stream().anyMatch(pattern -> pattern.matches(path))
                || intakes.stream().anyMatch(intake -> intake.isAt(path));
    }

    /** The methods that can be used there, as the header {@code Allow} says them. */
    String allowed(PathContainer path) {
        if (!path.value().startsWith(API)) return "GET, HEAD, POST";
        Stream<String> sending = intakes.stream()
                .filter(intake -> intake.isAt(path))
                .flatMap(intake -> intake.methods().stream())
                .map(RequestMethod::name)
                .distinct()
                .sorted();
        return Stream.concat(Stream.of("GET", "HEAD"), sending).collect(Collectors.joining(", "));
    }
}
