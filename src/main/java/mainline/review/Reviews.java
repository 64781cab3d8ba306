package mainline.review;

import java.time.Clock;
import java.util.List;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposal;
import mainline.community.Member;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approving and merging changes. */
@Component
public class Reviews {
    private final Changes changes;
    private final ReviewStore said;
    private final Overseers overseers;
    private final Gate gate;
    private final Merger merger;
    private final PublicRecord record;
    private final Clock clock;
    private final ReviewNotices notices;

    Reviews(
            Changes changes,
            ReviewStore said,
            Overseers overseers,
            Gate gate,
            Merger merger,
            PublicRecord record,
            Clock clock,
            ReviewNotices notices) {
        this.changes = changes;
        this.said = said;
        this.overseers = overseers;
        this.gate = gate;
        this.merger = merger;
        this.record = record;
        this.clock = clock;
        this.notices = notices;
    }

    /** All approvals that were not taken back, those of earlier versions too. */
    public List<Approval> approvals(Change change) {
        return said.approvals(change.subject());
    }

    /** All endorsements that were not taken back, those of earlier versions too. */
    public List<Endorsement> endorsements(Change change) {
        return said.endorsements(change.subject());
    }

    /** What must be so before this change may be merged, and whether it is. */
    public List<MergeRule.Check> checks(Change change) {
        return gate.of(change);
    }

    /** Whether this person oversees something that the change touches. */
    public boolean oversees(PersonId person, Change change) {
        return overseers.include(person, change);
    }

    /**
     * A steward of a touched area who wrote none of it says that the present version may be merged.
     *
     * @param version the one in front of the steward
     * @param interest what the steward has to gain; when there is something, the approval is shown and does not count
     */
    @Transactional
    public void approve(Member member, Subject subject, int version, String interest) {
        Change change = open(subject);
        Approval approval = approval(member, change, version, interest);
        if (enter(change, approval)) notices.approved(change, approval);
    }

    private Approval approval(Member member, Change change, int version, String interest) {
        new Refused.Check()
                .that(!change.hasAuthor(member.person()), "", "change.approve.own")
                .that(oversees(member.person(), change), "", "change.steward-only")
                .that(change.version() == version, "", "change.moved-on")
                .optional(interest, "interest", Proposal.LONGEST_INTEREST)
                .orRefuse();
        return new Approval(member.person(), version, interest.strip(), clock.instant(), true);
    }

    /** Puts it beside the others, and tells its authors nothing. @return whether it is news */
    boolean enter(Change change, Approval approval) {
        if (!said.approve(change.subject(), approval)) return false;
        record.add(Act.by(
                approval.by(),
                approval.counts() ? ReviewVerb.APPROVED : ReviewVerb.APPROVED_WITH_INTEREST,
                change.subject(),
                change.title(),
                approval.interest()));
        return true;
    }

    /** Takes one's approval back. */
    @Transactional
    public void withdrawApproval(Member member, Subject subject) {
        Change change = open(subject);
        if (said.withdrawApproval(subject, member.person(), clock.instant()))
            record.add(Act.by(member.person(), ReviewVerb.APPROVAL_WITHDRAWN, subject, change.title()));
    }

    /**
     * A member who wrote none of it says that the change looks good.
     *
     * @param version the one in front of the member
     */
    @Transactional
    public void endorse(Member member, Subject subject, int version) {
        Change change = open(subject);
        new Refused.Check()
                .that(!change.hasAuthor(member.person()), "", "change.endorse.own")
                .that(change.version() == version, "", "change.moved-on")
                .orRefuse();
        if (said.endorse(subject, version, member.person(), clock.instant()))
            record.add(Act.by(member.person(), ReviewVerb.ENDORSED, subject, change.title()));
    }

    /** Takes one's endorsement back. */
    @Transactional
    public void withdrawEndorsement(Member member, Subject subject) {
        Change change = open(subject);
        if (said.withdrawEndorsement(subject, member.person(), clock.instant()))
            record.add(Act.by(member.person(), ReviewVerb.ENDORSEMENT_WITHDRAWN, subject, change.title()));
    }

    /**
     * A steward's word for a change, which is merged with it if it lacks nothing else.
     *
     * @return whether it was merged; otherwise the steward has agreed
     * @throws Refused as {@link #approve} does
     */
    @Transactional
    public boolean approveAndMerge(Member member, Subject subject, int version) {
        Change change = merger.hold(subject);
        Approval approval = approval(member, change, version, "");
        boolean news = enter(change, approval);
        List<MergeRule.Check> checks = checks(change);
        boolean lacksNothing = checks.stream().allMatch(MergeRule.Check::satisfied);
        if (lacksNothing) merger.merge(member, change, checks, approvers(change), "");
        else if (news) notices.approved(change, approval);
        return lacksNothing;
    }

    /**
     * A steward of a touched area merges a change whose every rule is satisfied: one commit on the handbook, by the
     * change's author, at the time of its last version. A small edit that nobody minded for a day its author merges as well.
     *
     * @throws Refused for the whole, with the reason that is missing
     */
    @Transactional
    public void merge(Member member, Subject subject) {
        merge(member, subject, "");
    }

    /** @param interest what the member gains by it; empty for nothing. @throws Refused for {@code interest} as well */
    @Transactional
    public void merge(Member member, Subject subject, String interest) {
        Change change = merger.hold(subject);
        merger.merge(member, change, checks(change), approvers(change), interest);
    }

    /** Whose approvals let it through. */
    List<PersonId> approvers(Change change) {
        return approvals(change).stream()
                .filter(Approval::counts)
                .map(Approval::by)
                .filter(by -> !change.hasAuthor(by))
                .toList();
    }

    private Change open(Subject subject) {
        Change change = changes.hold(subject);
        if (!change.isOpen()) throw Refused.because("", "change.closed");
        return change;
    }
}
