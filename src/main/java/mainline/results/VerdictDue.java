package mainline.results;

import java.time.Instant;
import mainline.projects.Project;

/** A project whose evaluation is open and which waits for its verdict. */
public record VerdictDue(Project project, Instant opened) {}
