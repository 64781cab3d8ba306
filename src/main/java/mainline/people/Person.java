package mainline.people;

import java.time.Instant;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as everybody may see them.
 *
 * @param handle unique, for addresses and mentions: lower-case letters, digits and hyphens
 * @param about Markdown, may be empty
 * @param picture the hash under which {@link Portraits} has theirs; null where they show none
 */
public record Person(
        PersonId id,
        String handle,
        String name,
        String about,
        Instant since,
        @Nullable String picture) {}
