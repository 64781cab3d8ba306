package mainline.ideas;

import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** In the act's transaction. */
public record IdeaPublished(Subject idea, PersonId author) {}
