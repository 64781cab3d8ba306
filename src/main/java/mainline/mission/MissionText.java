package mainline.mission;

import java.time.Instant;
import java.util.List;
import mainline.kernel.PersonId;

/** A version of the mission: the statement in one sentence, and its clauses by number. */
public record MissionText(int version, String statement, List<Clause> clauses, Instant published, PersonId by) {}
