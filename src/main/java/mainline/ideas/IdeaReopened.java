package mainline.ideas;

import mainline.kernel.Subject;

/** In the act's transaction. */
public record IdeaReopened(Subject idea) {}
