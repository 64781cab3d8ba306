package mainline.results;

import mainline.record.Verb;

/** What came of a project. */
enum ResultVerb implements Verb {
    PRACTICE_OPENED("practice.opened"),
    TRIAL_REPORTED("trial.reported"),
    TRIAL_WITHDRAWN("trial.withdrawn"),
    EVALUATION_OPENED("evaluation.opened"),
    VERDICT_KEEP("verdict.keep"),
    VERDICT_REVISE("verdict.revise"),
    VERDICT_RETIRE("verdict.retire");

    private final String code;

    ResultVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
