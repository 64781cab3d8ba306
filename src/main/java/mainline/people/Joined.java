package mainline.people;

import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has an account now; published in the act's transaction.
 *
 * @param community the part of the address of the community they came from, if they did
 */
public record Joined(PersonId person, @Nullable String community) {}
