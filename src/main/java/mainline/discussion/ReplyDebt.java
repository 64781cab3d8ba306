package mainline.discussion;

/**
 * A first comment that waits for its first answer.
 *
 * @param title of the object it stands under
 */
public record ReplyDebt(Comment comment, String title) {}
