package mainline.platform;

import mainline.kernel.Subject;

/**
 * So many of what belongs to a thing, as what is known of them is kept.
 *
 * @param from where they begin, in the order of the list
 */
public record Slice(Subject of, long from, int most) {}
