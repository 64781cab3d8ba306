package mainline.community;

import java.util.List;

/**
 * By which a module says what is a member's own and not done yet: promises, ideas, changes, what they have begun to write.
 * Order by {@code @Order}: what has a day first.
 */
public interface Mine {
    /** So many at most of each kind; each kind has a page on which all are. */
    int MANY = 20;

    /** Names the message {@code mine.KIND} over it. */
    String kind();

    /** What is next first; none for who is no member. */
    List<Awaited> of(Viewer viewer);
}
