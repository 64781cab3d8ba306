package mainline.handbook;

import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.nobody;
import static mainline.record.Hearer.owner;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done with the handbook as a whole. */
enum HandbookVerb implements Verb {
    EDITION_NAMED("edition.named", followers()),
    IMPORTED("handbook.imported", followers()),
    STEWARD_NAMED("steward.named", owner(), followers()),
    QUOTA_SET("handbook.quota-set", nobody("it is about storage"));

    private final String code;
    private final List<Hearer> hearers;

    HandbookVerb(String code, Hearer... hearers) {
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
