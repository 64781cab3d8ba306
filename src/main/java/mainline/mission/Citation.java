package mainline.mission;

import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** Something that cites a clause, for a line in a list. */
public record Citation(Subject subject, String title, PersonId author) {}
