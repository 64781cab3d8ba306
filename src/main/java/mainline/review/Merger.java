package mainline.review;

import java.util.List;
import mainline.changes.Change;
import mainline.changes.Merging;
import mainline.community.Member;
import mainline.interests.Declared;
import mainline.interests.Interests;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import org.springframework.stereotype.Component;

/** Puts a change into the handbook whose every rule is satisfied, for whoever may. */
@Component
class Merger {
    private final Overseers overseers;
    private final OnlySteward onlySteward;
    private final Merging merging;
    private final Interests interests;

    Merger(Overseers overseers, OnlySteward onlySteward, Merging merging, Interests interests) {
        this.overseers = overseers;
        this.onlySteward = onlySteward;
        this.merging = merging;
        this.interests = interests;
    }

    /** So that nothing enters the handbook until it is settled whether this does. */
    Change hold(Subject subject) {
        Change change = merging.hold(subject);
        if (!change.isOpen()) throw Refused.because("", "change.closed");
        return change;
    }

    /**
     * @param checks of the change as it is held
     * @param approvers whose approvals let it through
     * @param interest what the member gains by it; empty for nothing
     */
    void merge(Member member, Change change, List<MergeRule.Check> checks, List<PersonId> approvers, String interest) {
        boolean quiet = change.isBy(member.person()) && isLetInBySilence(checks);
        if (!quiet && !overseers.include(member.person(), change)) throw Refused.because("", "change.steward-only");
        for (MergeRule.Check check : checks)
            if (!check.satisfied()) throw Refused.because("", "change.not-yet", check.reason());
        OnlySteward.Needs needed = onlySteward.of(member.person(), change);
        merging.enter(
                member,
                change,
                needed == OnlySteward.Needs.NOTHING,
                approvers,
                titles -> Act.by(member.person(), verb(needed), change.subject(), change.title(), titles));
        interests.declare(member.person(), Declared.Act.MERGE, change.subject(), change.title(), interest);
    }

    /** Whether it is a small edit that a day of silence lets in. */
    static boolean isLetInBySilence(List<MergeRule.Check> checks) {
        return checks.stream().anyMatch(check -> check.reason().key().equals(StewardsApprove.SILENCE));
    }

    private static ReviewVerb verb(OnlySteward.Needs needed) {
        return switch (needed) {
            case APPROVAL -> ReviewVerb.MERGED;
            case ENDORSEMENT -> ReviewVerb.MERGED_AS_ONLY_STEWARD;
            case NOTHING -> ReviewVerb.MERGED_ALONE;
        };
    }
}
