package mainline.projects;

import java.time.Instant;
import mainline.kernel.PersonId;

/** A short post by somebody on the team. */
public record ProjectUpdate(long id, PersonId author, String text, Instant at) {}
