package mainline.mission;

import java.time.Instant;
import java.util.List;
import mainline.kernel.PersonId;

/** A version of the mission: the statement in one sentence, and its clauses by number. */
public record MissionText(int version, String statement, List<Clause> clauses, Instant published, PersonId by) {
    /** The text of the clause of that number; empty where this version has none. */
    public String textOf(int number) {
        return clauses.stream()
                .filter(clause -> clause.number() == number)
                .map(Clause::text)
                .findFirst()
                .orElse("");
    }
}
