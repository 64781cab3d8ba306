package mainline.ideas;

import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.nobody;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done with an idea. */
enum IdeaVerb implements Verb {
    UPHELD("idea.upheld", followers()),
    PUBLISHED("idea.published", followers()),
    IMPORTED("idea.imported", nobody("it was written long ago, elsewhere")),
    EDITED("idea.edited", followers()),
    WITHDRAWN("idea.withdrawn", followers()),
    REOPENED("idea.reopened", followers());

    private final String code;
    private final List<Hearer> hearers;

    IdeaVerb(String code, Hearer... hearers) {
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
