package mainline.review;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Merging;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What cannot wait: two stewards merge a change before it has cooled, been endorsed or lost its concerns. Their approval it
 * needs all the same, and it must fit the handbook. Every member hears of it, and a third steward looks at it afterwards.
 */
@Component
class Emergencies {
    static final int LONGEST_REASON = 1000;
    private static final int STEWARDS = 2;
    private static final Set<MergeRule.Name> SKIPPED =
            EnumSet.of(MergeRule.Name.ENDORSEMENT, MergeRule.Name.CONCERNS, MergeRule.Name.COOLING);

    private final EmergencyStore store;
    private final Changes changes;
    private final Reviews reviews;
    private final Merging merging;
    private final People people;
    private final PublicRecord record;
    private final Clock clock;
    private final EmergencyNotices notices;

    Emergencies(
            EmergencyStore store,
            Changes changes,
            Reviews reviews,
            Merging merging,
            People people,
            PublicRecord record,
            Clock clock,
            EmergencyNotices notices) {
        this.store = store;
        this.changes = changes;
        this.reviews = reviews;
        this.merging = merging;
        this.people = people;
        this.record = record;
        this.clock = clock;
        this.notices = notices;
    }

    /** The calls that stand for an open change. */
    List<EmergencyStore.Call> calls(Change change) {
        return store.calls(change.subject());
    }

    Optional<EmergencyStore.Merge> merge(Subject change) {
        return store.merge(change);
    }

    /** Merged in an emergency and not looked at since, newest first, before that number (0 for the newest). */
    Paged<EmergencyStore.Merge> open(CommunityId community, long before, int size) {
        return Paged.of(
                store.open(community, before <= 0 ? Long.MAX_VALUE : before, size + 1),
                size,
                merge -> merge.change().number());
    }

    /** Whether this member may call for it: as a steward of what it touches, who wrote none of it. */
    boolean mayCall(Member member, Change change) {
        return change.isOpen() && !change.hasAuthor(member.person()) && reviews.oversees(member.person(), change);
    }

    /**
     * A steward says that the change cannot wait, and approves it. The second one to say so merges it.
     *
     * @param version the one in front of the steward
     * @param skipChecks what a machine found may be so; only when both stewards say it
     * @return whether it is merged now
     * @throws Refused for the field {@code reason}, or for the whole
     */
    @Transactional
    public boolean call(Member member, Subject subject, int version, String typed, boolean skipChecks) {
        Change change = merging.hold(subject);
        String reason = typed.replace("\r\n", "\n").strip();
        new Refused.Check()
                .that(change.isOpen(), "", "change.closed")
                .that(!change.hasAuthor(member.person()), "", "change.approve.own")
                .that(reviews.oversees(member.person(), change), "", "change.steward-only")
                .that(change.version() == version, "", "change.moved-on")
                .that(!hasInterest(member.person(), change), "", "change.emergency.interest")
                .text(reason, "reason", LONGEST_REASON)
                .orRefuse();
        store.call(subject, version, new EmergencyStore.Call(member.person(), reason, skipChecks, clock.instant()));
        List<EmergencyStore.Call> calls = counting(change);
        boolean enough = calls.size() >= STEWARDS;
        // Who hears that it is merged needs not hear of the approval in it as well.
        if (enough) reviews.enter(change, new Approval(member.person(), version, "", clock.instant(), true));
        else reviews.approve(member, subject, version, "");
        record.add(Act.by(member.person(), ReviewVerb.EMERGENCY_CALLED, subject, change.title(), reason));
        if (enough) merge(member, change, calls);
        else notices.asked(change, member.person());
        return enough;
    }

    private boolean hasInterest(PersonId person, Change change) {
        return reviews.approvals(change).stream()
                .anyMatch(approval -> approval.by().equals(person)
                        && approval.stands()
                        && !approval.interest().isEmpty());
    }

    /** Those of people who may still call; the second steward's own among them. */
    private List<EmergencyStore.Call> counting(Change change) {
        return store.calls(change.subject()).stream()
                .filter(call -> reviews.oversees(call.by(), change)
                        && !change.hasAuthor(call.by())
                        && !hasInterest(call.by(), change))
                .toList();
    }

    private void merge(Member member, Change change, List<EmergencyStore.Call> calls) {
        List<MergeRule.Name> skipped = skipped(change, calls);
        PersonId other = calls.stream()
                .map(EmergencyStore.Call::by)
                .filter(person -> !person.equals(member.person()))
                .findFirst()
                .orElseThrow();
        String who = people.names(List.of(other, member.person()));
        String why = String.join(
                " / ", calls.stream().map(EmergencyStore.Call::reason).toList());
        merging.enter(
                member,
                change,
                false,
                reviews.approvers(change),
                titles -> Act.by(
                        member.person(),
                        ReviewVerb.MERGED_IN_EMERGENCY,
                        change.subject(),
                        change.title(),
                        who + ": " + why));
        store.merged(new EmergencyStore.Merge(
                change.subject(), other, member.person(), skipped, clock.instant(), null, null, ""));
        notices.merged(change, member.person(), who);
    }

    /** What the merge does not wait for; all else it must satisfy. */
    private List<MergeRule.Name> skipped(Change change, List<EmergencyStore.Call> calls) {
        boolean unchecked = calls.stream().allMatch(EmergencyStore.Call::skipsChecks);
        List<MergeRule.Check> waiting = reviews.checks(change).stream()
                .filter(check -> !check.satisfied())
                .toList();
        for (MergeRule.Check check : waiting) {
            boolean skipped = SKIPPED.contains(check.rule()) || (unchecked && check.rule() == MergeRule.Name.CHECKS);
            if (!skipped) throw Refused.because("", "change.not-yet", check.reason());
        }
        return waiting.stream().map(MergeRule.Check::rule).toList();
    }

    /** Takes one's call back; the approval that came with it stays. */
    @Transactional
    public void takeBack(Member member, Subject subject) {
        Change change = changes.hold(subject);
        if (!change.isOpen()) throw Refused.because("", "change.closed");
        if (store.withdraw(subject, member.person(), clock.instant()))
            record.add(Act.by(member.person(), ReviewVerb.EMERGENCY_TAKEN_BACK, subject, change.title()));
    }

    /** Whether this member may say that they looked at it: a steward of what it touches who was no part of it. */
    boolean mayReview(Member member, Change change, EmergencyStore.Merge merge) {
        return merge.reviewer() == null
                && !merge.isBy(member.person())
                && !change.hasAuthor(member.person())
                && reviews.oversees(member.person(), change);
    }

    /**
     * A steward who was no part of it has looked at what was merged in an emergency.
     *
     * @throws Refused for the field {@code note}, or for the whole
     */
    @Transactional
    public void review(Member member, Subject subject, String typed) {
        Change change = changes.hold(subject);
        EmergencyStore.Merge merge =
                store.merge(subject).orElseThrow(() -> Refused.because("", "change.emergency.none"));
        String note = typed.replace("\r\n", "\n").strip();
        new Refused.Check()
                .that(merge.reviewer() == null, "", "change.emergency.reviewed-already")
                .that(mayReview(member, change, merge), "", "change.emergency.not-yours")
                .optional(note, "note", LONGEST_REASON)
                .orRefuse();
        if (store.review(subject, member.person(), note, clock.instant()))
            record.add(Act.by(member.person(), ReviewVerb.EMERGENCY_REVIEWED, subject, change.title(), note));
    }
}
