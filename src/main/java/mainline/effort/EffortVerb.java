package mainline.effort;

import mainline.record.Verb;

/** What is done about needs, pledges and contributions. */
enum EffortVerb implements Verb {
    NEED_STATED("need.stated"),
    NEED_CHANGED("need.changed"),
    PLEDGE_MADE("pledge.made"),
    PLEDGE_CHANGED("pledge.changed"),
    PLEDGE_RELEASED("pledge.released"),
    CONTRIBUTION_LOGGED("contribution.logged"),
    CONTRIBUTION_CONFIRMED("contribution.confirmed"),
    CONTRIBUTION_WITHDRAWN("contribution.withdrawn");

    private final String code;

    EffortVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
