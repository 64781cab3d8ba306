package mainline.ideas;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an idea says, as programs send it: all of it, what is left out counting as empty. */
record WordingJson(
        @Nullable String title,
        @Nullable String text,
        @Nullable Integer clause,
        @Nullable String interest) {
    Wording wording() {
        return new Wording(
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(text, ""),
                Objects.requireNonNullElse(clause, 0),
                Objects.requireNonNullElse(interest, ""));
    }
}
