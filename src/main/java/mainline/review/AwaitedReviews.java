package mainline.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mainline.changes.Change;
import mainline.changes.ChangeVerb;
import mainline.changes.Changes;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.record.Recorded;
import mainline.remarks.Remark;
import mainline.remarks.Remarks;
import mainline.remarks.RemarksChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose word is next on a change, since when. The clock runs on one side only: on the author while a concern, a question
 * or a failing check waits for them, else on those who were asked; on nobody while nothing but time is missing.
 */
@Component
class AwaitedReviews {
    /** Checks that the author mends. */
    private static final Set<MergeRule.Name> FOR_THE_AUTHOR = EnumSet.of(MergeRule.Name.CHECKS, MergeRule.Name.FIT);
    /** What only time brings. */
    private static final Set<MergeRule.Name> TIME = EnumSet.of(MergeRule.Name.COOLING);
    /** What silence brings to a small edit. */
    private static final Set<MergeRule.Name> BY_SILENCE = EnumSet.of(MergeRule.Name.COOLING, MergeRule.Name.APPROVAL);

    private final Changes changes;
    private final ReviewStore said;
    private final Remarks remarks;
    private final AskStore asks;
    private final Overseers overseers;
    private final Gate gate;
    private final SmallEdits smallEdits;
    private final Clock clock;

    AwaitedReviews(
            Changes changes,
            ReviewStore said,
            Remarks remarks,
            AskStore asks,
            Overseers overseers,
            Gate gate,
            SmallEdits smallEdits,
            Clock clock) {
        this.changes = changes;
        this.said = said;
        this.remarks = remarks;
        this.asks = asks;
        this.overseers = overseers;
        this.gate = gate;
        this.smallEdits = smallEdits;
        this.clock = clock;
    }

    /** As it was told by the last act about each of these changes, by their numbers; nobody for those left out. */
    Map<Long, List<AwaitedReview>> of(CommunityId community, Collection<Long> changes) {
        return asks.awaited(community, changes, clock.instant());
    }

    /** Every act about a change may turn the word over. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(Recorded act) {
        boolean asked = act.is(ChangeVerb.PROPOSED);
        // Who is asked is found out right after.
        if (act.subject().kind() == Subject.Kind.CHANGE && !asked) note(act.subject());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void remarked(RemarksChanged remarks) {
        note(remarks.change());
    }

    /** Writes down whose word is next now, and whose will be when nobody minds it. */
    void note(Subject subject) {
        List<AwaitedReview> awaited = changes.find(subject.community(), subject.number())
                .filter(Change::isOpen)
                .map(change -> all(change, gate.of(change)))
                .orElse(List.of());
        asks.putAwaited(subject, awaited);
    }

    /** @param checks what its rules say now */
    List<AwaitedReview> now(Change change, List<MergeRule.Check> checks) {
        Instant now = clock.instant();
        return all(change, checks).stream()
                .filter(one -> !one.since().isAfter(now))
                .toList();
    }

    private List<AwaitedReview> all(Change change, List<MergeRule.Check> checks) {
        PersonId author = change.author();
        if (!change.isOpen() || author == null) return List.of();
        Instant since = asks.settledSince(change.subject()).orElse(change.at());
        List<MergeRule.Check> missing =
                checks.stream().filter(check -> !check.satisfied()).toList();
        Optional<Instant> waiting =
                forTheAuthor(change, since, missing).sorted().findFirst();
        if (waiting.isPresent()) return List.of(new AwaitedReview(author, AwaitedReview.What.ANSWER, waiting.get()));
        Map<PersonId, AwaitedReview> awaited = new LinkedHashMap<>();
        settling(change, since).forEach(one -> awaited.merge(one.person(), one, AwaitedReviews::earlier));
        boolean onlyTime = missing.stream().allMatch(check -> TIME.contains(check.rule()));
        Stream<AwaitedReview> next = missing.isEmpty()
                ? merging(change, since)
                : onlyTime ? Stream.of() : reviewing(change, since, awaited.isEmpty());
        next.forEach(one -> awaited.putIfAbsent(one.person(), one));
        if (isLeftToSilence(checks, missing))
            awaited.put(author, new AwaitedReview(author, AwaitedReview.What.ENTER, smallEdits.over(change)));
        return List.copyOf(awaited.values());
    }

    /** Whether nothing but a day in which nobody minds it lets it in, or has let it in. */
    private static boolean isLeftToSilence(List<MergeRule.Check> checks, List<MergeRule.Check> missing) {
        boolean waits = missing.stream().anyMatch(check -> check.reason().key().equals(CoolingOver.SMALL_WAITS))
                && missing.stream().allMatch(check -> BY_SILENCE.contains(check.rule()));
        return waits || (missing.isEmpty() && Merger.isLetInBySilence(checks));
    }

    private static AwaitedReview earlier(AwaitedReview one, AwaitedReview other) {
        return other.since().isBefore(one.since()) ? other : one;
    }

    /** Since when each of the things waits that wait for the author. */
    private Stream<Instant> forTheAuthor(Change change, Instant since, List<MergeRule.Check> missing) {
        Stream<Instant> concerns = said.concerns(change.subject()).stream()
                .filter(concern -> concern.isOpen() && !concern.at().isBefore(since))
                .map(Concern::at);
        Stream<Instant> questions = remarks.of(change).stream()
                .filter(remark -> remark.waits() && remark.authorNext())
                .map(Remark::since);
        Stream<Instant> checks = missing.stream()
                .filter(check -> FOR_THE_AUTHOR.contains(check.rule()))
                .map(check -> since);
        return Stream.of(concerns, questions, checks).flatMap(all -> all);
    }

    /** Those whose concern or question was dealt with: they say whether it is settled. */
    private Stream<AwaitedReview> settling(Change change, Instant since) {
        Stream<AwaitedReview> concerns = said.concerns(change.subject()).stream()
                .filter(Concern::isOpen)
                .map(concern -> new AwaitedReview(concern.by(), AwaitedReview.What.SETTLE, since));
        Stream<AwaitedReview> questions = remarks.of(change).stream()
                .filter(remark -> remark.waits() && !remark.authorNext())
                .map(remark -> new AwaitedReview(remark.by(), AwaitedReview.What.SETTLE, remark.since()));
        return Stream.concat(concerns, questions);
    }

    /** @param anybody whether to name those who oversee it when nobody who was asked owes a word */
    private Stream<AwaitedReview> reviewing(Change change, Instant since, boolean anybody) {
        Set<PersonId> answered = answered(change, since);
        List<AwaitedReview> asked = asks.of(change.subject()).stream()
                .filter(Ask::isOpen)
                .filter(ask -> !change.hasAuthor(ask.person()) && !answered.contains(ask.person()))
                .map(ask -> new AwaitedReview(
                        ask.person(), AwaitedReview.What.REVIEW, ask.at().isAfter(since) ? ask.at() : since))
                .toList();
        if (!asked.isEmpty() || !anybody) return asked.stream();
        return overseers.of(change).stream()
                .filter(person -> !change.hasAuthor(person) && !answered.contains(person))
                .map(person -> new AwaitedReview(person, AwaitedReview.What.REVIEW, since));
    }

    private Set<PersonId> answered(Change change, Instant since) {
        Set<PersonId> answered = new HashSet<>();
        said.approvals(change.subject()).stream()
                .filter(Approval::stands)
                .forEach(approval -> answered.add(approval.by()));
        said.endorsements(change.subject()).stream()
                .filter(Endorsement::stands)
                .forEach(endorsement -> answered.add(endorsement.by()));
        said.concerns(change.subject()).stream()
                .filter(concern -> !concern.at().isBefore(since))
                .forEach(concern -> answered.add(concern.by()));
        remarks.of(change).stream()
                .filter(remark -> !remark.at().isBefore(since))
                .forEach(remark -> answered.add(remark.by()));
        return answered;
    }

    private Stream<AwaitedReview> merging(Change change, Instant since) {
        List<Approval> approvals = said.approvals(change.subject()).stream()
                .filter(Approval::stands)
                .toList();
        Instant at = approvals.isEmpty() ? since : approvals.getLast().at();
        List<PersonId> able = approvals.isEmpty()
                ? overseers.of(change)
                : approvals.stream().map(Approval::by).toList();
        return able.stream().distinct().map(person -> new AwaitedReview(person, AwaitedReview.What.MERGE, at));
    }
}
