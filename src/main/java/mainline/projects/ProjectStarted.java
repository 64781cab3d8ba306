package mainline.projects;

import mainline.ideas.Adoption;
import mainline.kernel.Subject;

/** In the act's transaction. */
public record ProjectStarted(Subject idea, Subject project) implements Adoption {}
