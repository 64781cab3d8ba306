package mainline.record;

import mainline.proof.Leaf;

/** What the record itself and the modules before it tell. */
enum RecordVerb implements Verb {
    COMMUNITY_FOUNDED("community.founded"),
    MEMBER_JOINED("member.joined"),
    MEMBER_LEFT("member.left"),
    OPERATOR_NAMED("operator.named"),
    OPERATOR_REMOVED("operator.removed"),
    ENTRY_ERASED(Leaf.ERASED),
    OPERATOR_WITNESS_ADDED("operator.witness-added"),
    OPERATOR_WITNESS_REMOVED("operator.witness-removed"),
    COMMUNITY_OPENED("community.opened"),
    COMMUNITY_CLOSED("community.closed"),
    COMMUNITY_INVITED("community.invited"),
    COMMUNITY_INVITATION_ENDED("community.invitation-ended");

    private final String code;

    RecordVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
