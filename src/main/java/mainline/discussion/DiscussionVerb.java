package mainline.discussion;

import mainline.record.Verb;

/** What is done with a comment. */
enum DiscussionVerb implements Verb {
    COMMENT_WRITTEN("comment.written"),
    COMMENT_EDITED("comment.edited"),
    COMMENT_REMOVED("comment.removed"),
    REPLY_GIVEN("reply.given");

    private final String code;

    DiscussionVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
