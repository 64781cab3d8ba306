package mainline.decisions;

import mainline.kernel.Subject;

/** Published in the transaction of the opening. */
public record DecisionOpened(Subject decision) {}
