package mainline.community;

import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** Who hears of something. Whoever may not read it hears nothing of it. */
public sealed interface Audience {
    record One(PersonId person) implements Audience {}

    /** A few, named by whoever tells. */
    record Some(List<PersonId> people) implements Audience {
        public Some {
            people = List.copyOf(people);
        }
    }

    /** Who may be a great many, found when they are told, a little after the act. Whoever did it need not be told. */
    sealed interface Many extends Audience {
        @Nullable
        PersonId but();
    }

    /** Everybody who belongs to the community. */
    record Members(@Nullable PersonId but) implements Many {}

    /** Everybody who may vote on a decision. */
    record Roll(Subject decision, @Nullable PersonId but) implements Many {}

    /** Those whose the thing is, as in {@link Belonging}. */
    record Owners(Subject subject, @Nullable PersonId but) implements Many {}

    /**
     * Those who follow the thing, what it came from, or whoever did it.
     *
     * @param but whoever did it; null for a clock
     */
    record Followers(Subject subject, @Nullable PersonId but) implements Many {}

    /** Everybody who may vote on a decision and has not. */
    record Unvoted(Subject decision, @Nullable PersonId but) implements Many {}

    /** Those who oversee a file or folder of the handbook; the whole of it for an empty path. */
    record Stewards(String path, @Nullable PersonId but) implements Many {}
}
