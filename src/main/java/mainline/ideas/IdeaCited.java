package mainline.ideas;

import mainline.kernel.Subject;

/** An idea serves another clause than before; in the act's transaction. */
public record IdeaCited(Subject idea, int clause) {}
