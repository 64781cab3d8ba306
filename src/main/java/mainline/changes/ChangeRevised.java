package mainline.changes;

import mainline.kernel.Subject;

/** An open change has a new version; published in the transaction of the act. */
public record ChangeRevised(Subject change) {}
