package mainline.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mainline.kernel.Takes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/** What may be sent where, as the controllers say by {@link Takes}. */
final class Intakes {
    /** A form without scripts says {@code _method=delete}. */
    private static final Set<RequestMethod> SENDING = Set.of(RequestMethod.POST, RequestMethod.DELETE);

    private final List<Intake> intakes = new ArrayList<>();
    private final List<PathPattern> others = new ArrayList<>();

    record Intake(PathPattern pattern, String type, long most, long ofStrangers, boolean toFile) {
        static Intake of(PathPattern pattern, @Nullable Takes takes) {
            return takes == null
                    ? new Intake(pattern, Takes.FORM, Takes.LONGEST_FORM, Takes.LONGEST_FORM_OF_A_STRANGER, false)
                    : new Intake(pattern, takes.type(), takes.most(), takes.ofStrangers(), takes.toFile());
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
            boolean sending = info.getMethodsCondition().getMethods().stream().anyMatch(SENDING::contains);
            Takes takes = handler.getMethodAnnotation(Takes.class);
            for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                if (!sending) others.add(pattern);
                else if (takes == null) intakes.addLast(Intake.of(pattern, null));
                else intakes.addFirst(Intake.of(pattern, takes));
            }
        });
    }

    /** Null where nothing is taken. */
    @Nullable
    Intake at(PathContainer path) {
        for (Intake intake : intakes) if (intake.pattern().matches(path)) return intake;
        return null;
    }

    boolean isAPage(PathContainer path) {
        return others.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
