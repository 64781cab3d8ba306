package mainline.projects;

import java.time.Instant;
import mainline.kernel.Subject;

/** The day on which a project is judged was set or moved; it begins at that instant. In the act's transaction. */
public record ReviewSet(Subject project, Instant opens) {}
