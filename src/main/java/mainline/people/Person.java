package mainline.people;

import java.time.Instant;
import mainline.kernel.PersonId;

/**
 * A person as everybody may see them.
 *
 * @param handle unique, for addresses and mentions: lower-case letters, digits and hyphens
 * @param about Markdown, may be empty
 */
public record Person(PersonId id, String handle, String name, String about, Instant since) {}
