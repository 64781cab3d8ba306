package mainline.decisions;

import java.time.Instant;
import mainline.kernel.PersonId;

/**
 * An option of a decision as it stands in its latest version.
 *
 * @param number from 1, in the order of the ballot; it never changes
 * @param text its words; where a date is looked for, a moment as ISO 8601 writes it in UTC
 * @param version from 1; every amendment makes the next
 * @param quarterHours what it costs, where a budget of hours is shared out; else 0
 */
public record Choice(int number, int version, String text, String detail, long quarterHours, PersonId by, Instant at) {
    /** What it stands for where a date is looked for. */
    public Instant moment() {
        return Instant.parse(text);
    }
}
