package mainline.changes;

import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a change is called and why it is proposed.
 *
 * @param interest empty when its author has none
 * @param from null when it comes from nothing in particular
 * @param clause the number of the mission's clause it serves; 0 for none in particular
 */
public record Reasons(
        String title, String why, String interest, @Nullable Subject from, int clause) {

    public Reasons tidy() {
        return new Reasons(
                title.strip().replaceAll("\\s+", " "),
                why.replace("\r\n", "\n").strip(),
                interest.strip(),
                from,
                clause);
    }

    /** Notes the problems of tidy reasons. */
    public Refused.Check check(Refused.Check check) {
        return check.text(title, "title", Proposal.LONGEST_TITLE)
                .text(why, "why", Proposal.LONGEST_WHY)
                .optional(interest, "interest", Proposal.LONGEST_INTEREST);
    }

    /** The same while somebody is still at it: what is missing may be missing. */
    public Refused.Check checkUnfinished(Refused.Check check) {
        return check.optional(title, "title", Proposal.LONGEST_TITLE)
                .optional(why, "why", Proposal.LONGEST_WHY)
                .optional(interest, "interest", Proposal.LONGEST_INTEREST);
    }
}
