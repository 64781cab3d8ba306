package mainline.handbook;

import mainline.record.Verb;

/** What is done with the handbook as a whole. */
enum HandbookVerb implements Verb {
    EDITION_NAMED("edition.named"),
    IMPORTED("handbook.imported"),
    STEWARD_NAMED("steward.named"),
    QUOTA_SET("handbook.quota-set");

    private final String code;

    HandbookVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
