package mainline.effort;

import mainline.kernel.Subject;

/** Live pledges cover the need of this open idea in every kind; published in the transaction of the last pledge. */
public record NeedCovered(Subject idea) {}
