package mainline.ideas;

import mainline.record.Verb;

/** What is done with an idea. */
enum IdeaVerb implements Verb {
    UPHELD("idea.upheld"),
    PUBLISHED("idea.published"),
    IMPORTED("idea.imported"),
    EDITED("idea.edited"),
    WITHDRAWN("idea.withdrawn"),
    REOPENED("idea.reopened");

    private final String code;

    IdeaVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
