package mainline.discussion;

import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** In the act's transaction. */
public record CommentWritten(Subject comment, Subject about, PersonId author) {}
