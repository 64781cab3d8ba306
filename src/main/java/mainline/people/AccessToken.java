package mainline.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program acts for a person, such as git on the own computer.
 *
 * @param name what the person calls it
 * @param used when it was last used, to within five minutes; null for never
 */
public record AccessToken(
        long id,
        mainline.kernel.PersonId person,
        String name,
        Scope scope,
        Instant created,
        @Nullable Instant used) {
    /** What it lets a program do. Each of them reads; none of the others holds another. */
    public enum Scope {
        READ,
        /** Propose changes by git. */
        PUSH,
        /** Do through the API what its person does on pages. */
        WRITE;

        public boolean covers(Scope needed) {
            return this == needed || needed == READ;
        }
    }
}
