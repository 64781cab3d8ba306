package mainline.discussion;

import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.nobody;
import static mainline.record.Hearer.owner;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done with a comment. */
enum DiscussionVerb implements Verb {
    COMMENT_WRITTEN("comment.written", owner(), followers()),
    COMMENT_EDITED("comment.edited", nobody("what was said before stays readable")),
    COMMENT_REMOVED("comment.removed", nobody("nothing is to be read any more")),
    REPLY_GIVEN("reply.given", nobody("the reply itself is told"));

    private final String code;
    private final List<Hearer> hearers;

    DiscussionVerb(String code, Hearer... hearers) {
        this.code = code;
        this.hearers = List.of(hearers);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Hearer> hearers() {
        return hearers;
    }
}
