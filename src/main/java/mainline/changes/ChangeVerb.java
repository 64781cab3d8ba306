package mainline.changes;

import mainline.record.Verb;

/** What is done with a change itself. */
public enum ChangeVerb implements Verb {
    PROPOSED("change.proposed"),
    DRAFTED("change.drafted"),
    REVISED("change.revised"),
    WITHDRAWN("change.withdrawn"),
    ENACTED_BY_DECISION("change.enacted-by-decision"),
    ENACTED_BY_PERSON("change.enacted-by-person"),
    ENACTED_BY_RULE("change.enacted-by-rule"),
    CITED("change.cited");

    private final String code;

    ChangeVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
