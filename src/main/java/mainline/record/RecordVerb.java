package mainline.record;

import static mainline.record.Hearer.asked;
import static mainline.record.Hearer.everybody;
import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.nobody;
import static mainline.record.Hearer.owner;
import static mainline.record.Hearer.stewards;

import java.util.List;
import mainline.proof.Leaf;

/** What the record itself and the modules before it tell. */
enum RecordVerb implements Verb {
    COMMUNITY_FOUNDED("community.founded", nobody("nobody else is there yet")),
    MEMBER_JOINED(
            "member.joined", stewards(), asked("whoever joins, by each light question that is open"), followers()),
    MEMBER_LEFT("member.left", followers()),
    OPERATOR_NAMED("operator.named", owner()),
    OPERATOR_REMOVED("operator.removed", owner()),
    ENTRY_ERASED(Leaf.ERASED, nobody("it was a person's own wish")),
    OPERATOR_WITNESS_ADDED("operator.witness-added", followers()),
    OPERATOR_WITNESS_REMOVED("operator.witness-removed", followers()),
    COMMUNITY_OPENED("community.opened", everybody()),
    COMMUNITY_CLOSED("community.closed", everybody()),
    COMMUNITY_LANGUAGE("community.language", everybody()),
    COMMUNITY_INVITED("community.invited", followers()),
    COMMUNITY_INVITATION_ENDED("community.invitation-ended", nobody("whoever comes is told at the door"));

    private final String code;
    private final List<Hearer> hearers;

    RecordVerb(String code, Hearer... hearers) {
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
