package mainline.remarks;

import static mainline.record.Hearer.answered;
import static mainline.record.Hearer.followers;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What becomes of remarks and the wordings in them. */
public enum RemarkVerb implements Verb {
    RESOLVED("remark.resolved", answered("whoever made it")),
    REOPENED("remark.reopened", answered("whoever made it, the authors")),
    SUGGESTIONS_TAKEN("change.suggestions-taken", answered("whoever suggested the wording"), followers());

    private final String code;
    private final List<Hearer> hearers;

    RemarkVerb(String code, Hearer... hearers) {
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
