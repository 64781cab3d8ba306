package mainline.projects;

/**
 * By what a project is judged, set before the work starts.
 *
 * @param how it is taken, and in which unit; may be empty
 * @param baseline where it stands now: a number or a few words; may be empty, as may the target
 */
public record Measure(String what, String how, String baseline, String target) {}
