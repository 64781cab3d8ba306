package mainline.look;

/**
 * A station of the loop on the home page.
 *
 * @param words what is counted, in the reader's language: {@code projects}
 * @param note a few words about it, may be empty
 */
public record Loop(long count, String words, String note, String href) {}
