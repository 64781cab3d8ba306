package mainline.effort;

import java.util.Locale;
import java.util.Optional;
import mainline.kernel.Reason;

/** The four kinds of effort; each explains itself in the message {@code effort.kind.NAME.about}. */
public enum EffortKind {
    /** Make it. */
    DO,
    /** Help, mentor, maintain. */
    SUPPORT,
    /** Try it and report. */
    TEST,
    /** Put it into practice at home. */
    IMPLEMENT;

    public Reason label() {
        return Reason.of("effort.kind." + this);
    }

    public Reason about() {
        return Reason.of("effort.kind." + this + ".about");
    }

    /** The name of its field in forms: {@code need-do}. */
    String needField() {
        return "need-" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<EffortKind> read(String name) {
        for (EffortKind kind : values()) if (kind.name().equals(name)) return Optional.of(kind);
        return Optional.empty();
    }
}
