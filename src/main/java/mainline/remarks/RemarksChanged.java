package mainline.remarks;

import mainline.kernel.Subject;

/** Among the remarks on a change something else waits now; published in the transaction of the act. */
public record RemarksChanged(Subject change) {}
