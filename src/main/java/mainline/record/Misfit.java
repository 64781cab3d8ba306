package mainline.record;

import mainline.kernel.Subject;

/** Something stored that is not as the record has it. */
public record Misfit(Subject about, String problem) {}
