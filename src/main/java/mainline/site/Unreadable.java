package mainline.site;

import java.util.stream.Collectors;
import mainline.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with JSON that was sent, field by field as far as that can be said. */
final class Unreadable {
    private Unreadable() {}

    /** Null when no field is to blame: it is no JSON, or none that begins with a brace. */
    static @Nullable Refused field(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof JacksonException odd)) return null;
        if (!(odd instanceof MismatchedInputException) && !(odd instanceof InputCoercionException)) return null;
        String field = odd.getPath().stream().map(Unreadable::name).collect(Collectors.joining("."));
        if (field.isEmpty()) return null;
        return odd instanceof UnrecognizedPropertyException
                ? Refused.because(field, "form.unknown-field")
                : Refused.because(field, "form.odd-value");
    }

    private static String name(JacksonException.Reference step) {
        String name = step.getPropertyName();
        return name == null ? Integer.toString(step.getIndex()) : name;
    }
}
