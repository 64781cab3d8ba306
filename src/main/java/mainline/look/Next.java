package mainline.look;

/**
 * What asks the reader next, shown beside the notice that one thing is done.
 *
 * @param title in somebody's own words
 * @param left how many there are, this one among them
 */
public record Next(String address, String title, int left) {}
