package mainline.kernel;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says no to what a person typed, with a reason for each field concerned. Nothing was stored. The page shows each reason
 * beside its field and keeps what was typed.
 */
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Reason> problems;

    public Refused(Map<String, Reason> problems) {
        super(problems.toString());
        this.problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    public static Refused because(String field, String key, Object... gaps) {
        return new Refused(Map.of(field, Reason.of(key, gaps)));
    }

    /** Reasons by the name of the field; an empty name stands for the form as a whole. */
    public Map<String, Reason> problems() {
        return problems;
    }

    /** Collects what is wrong with a form, so that all of it is said at once. */
    public static final class Check {
        private final Map<String, Reason> problems = new LinkedHashMap<>();

        /** Notes the problem unless {@code fine}; the first problem of a field is the one shown. */
        public Check that(boolean fine, String field, String key, Object... gaps) {
            if (!fine) problems.putIfAbsent(field, Reason.of(key, gaps));
            return this;
        }

        /** A text that must be there for the eye and fit; both are counted in characters as people see them (code points). */
        public Check text(String text, String field, int longest) {
            return that(Visible.in(text), field, "form.missing").optional(text, field, longest);
        }

        public Check optional(String text, String field, int longest) {
            int length = text.codePointCount(0, text.length());
            return that(length <= longest, field, "form.too-long", longest, length)
                    .that(isStorable(text), field, "form.odd-character");
        }

        /** Not with a character of value zero, and not with half of one; JSON can say both. */
        private static boolean isStorable(String text) {
            return text.codePoints().noneMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE);
        }

        /** Notes as well what another check found, behind what was noted here. */
        public Check and(Check other) {
            other.problems.forEach(problems::putIfAbsent);
            return this;
        }

        /** @throws Refused with all that was noted, if anything was */
        public void orRefuse() {
            if (!problems.isEmpty()) throw new Refused(problems);
        }
    }
}
