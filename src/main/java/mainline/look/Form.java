package mainline.look;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What stands in the fields of a form, and what is wrong with it. Nothing typed is ever lost. */
public record Form(Map<String, String> values, Map<String, Reason> problems) {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    public static Form empty() {
        return new Form(Map.of(), Map.of());
    }

    public static Form of(Map<String, String> values) {
        return new Form(values, Map.of());
    }

    public static Form refused(Map<String, String> values, Refused refused) {
        Map<String, String> kept = new HashMap<>(values);
        kept.keySet().removeIf(name -> name.startsWith("password"));
        return new Form(kept, refused.problems());
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** A whole number as it was typed or sent along; 0 for whatever is none, or too large for any of ours. */
    public static int whole(@Nullable String typed) {
        return typed != null && WHOLE.matcher(typed.strip()).matches() ? Integer.parseInt(typed.strip()) : 0;
    }

    public @Nullable Reason problem(String name) {
        return problems.get(name);
    }

    /** What is wrong behind the name of its field, which may be a question. */
    static String named(String label, String problem) {
        if (label.isEmpty()) return problem;
        return label + (label.endsWith("?") ? " " : ": ") + problem;
    }

    /** The ids that describe a field, for {@code aria-describedby}. */
    static String about(String id, boolean help, boolean problem) {
        return (help ? id + "-help" : "") + (help && problem ? " " : "") + (problem ? id + "-problem" : "");
    }
}
