package mainline.record;

/**
 * What became of one thing since somebody was here.
 *
 * @param newest the last of it
 * @param more how many other entries there are about the same
 */
public record Fresh(Told newest, int more) {}
