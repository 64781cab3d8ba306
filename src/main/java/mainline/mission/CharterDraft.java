package mainline.mission;

import java.util.List;
import mainline.community.Visibility;
import mainline.decisions.Rules;
import mainline.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a member writes as a version of the charter.
 *
 * @param clauses kept clauses with their numbers; a clause of number 0 is new
 * @param rules null to leave them as they are
 * @param visibility null to leave it as it is
 */
public record CharterDraft(
        String name,
        String tagline,
        String statement,
        List<Clause> clauses,
        @Nullable Rules rules,
        @Nullable Visibility visibility,
        String why) {
    static final int MOST_CLAUSES = 20;

    /** One that leaves to those who read the community now that they do. */
    public CharterDraft(
            String name, String tagline, String statement, List<Clause> clauses, @Nullable Rules rules, String why) {
        this(name, tagline, statement, clauses, rules, null, why);
    }

    public CharterDraft {
        clauses = List.copyOf(clauses);
    }

    /** @param last the highest clause number ever given out */
    Refused.Check check(int last) {
        Refused.Check check = new Refused.Check()
                .text(name, "name", 100)
                .that(name.lines().count() <= 1, "name", "mission.one-line")
                .optional(tagline, "tagline", 200)
                .text(statement, "statement", 300)
                .optional(why, "why", 2000)
                .that(!clauses.isEmpty(), "clause-new", "mission.no-clause")
                .that(clauses.size() <= MOST_CLAUSES, "clause-new", "mission.many-clauses", MOST_CLAUSES);
        for (Clause clause : clauses) {
            String field = clause.number() == 0 ? "clause-new" : "clause-" + clause.number();
            check.text(clause.text(), field, 500).that(clause.number() <= last, field, "mission.unknown-clause");
        }
        return check;
    }
}
