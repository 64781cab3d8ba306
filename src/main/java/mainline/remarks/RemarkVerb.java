package mainline.remarks;

import mainline.record.Verb;

/** What becomes of remarks and the wordings in them. */
public enum RemarkVerb implements Verb {
    RESOLVED("remark.resolved"),
    REOPENED("remark.reopened"),
    SUGGESTIONS_TAKEN("change.suggestions-taken");

    private final String code;

    RemarkVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
