package mainline.results;

import static mainline.record.Hearer.asked;
import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.owner;
import static mainline.record.Hearer.settling;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What came of a project. */
enum ResultVerb implements Verb {
    PRACTICE_OPENED("practice.opened", owner(), followers()),
    TRIAL_REPORTED("trial.reported", owner(), followers()),
    TRIAL_WITHDRAWN("trial.withdrawn", followers()),
    EVALUATION_OPENED("evaluation.opened", asked("whoever may give the verdict"), followers()),
    VERDICT_KEEP("verdict.keep", settling(), owner(), followers()),
    VERDICT_REVISE("verdict.revise", settling(), owner(), followers()),
    VERDICT_RETIRE("verdict.retire", settling(), owner(), followers());

    private final String code;
    private final List<Hearer> hearers;

    ResultVerb(String code, Hearer... hearers) {
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
