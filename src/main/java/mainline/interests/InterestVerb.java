package mainline.interests;

import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.owner;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is said of one's own interests. */
enum InterestVerb implements Verb {
    DECLARED("interest.declared", owner(), followers());

    private final String code;
    private final List<Hearer> hearers;

    InterestVerb(String code, Hearer... hearers) {
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
