package mainline.effort;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.community.Calendar;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.ideas.Idea;
import mainline.ideas.IdeaReopened;
import mainline.ideas.IdeaWithdrawn;
import mainline.ideas.Ideas;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Needs and pledges: what ideas ask for, and what members promise them. */
@Component
public class Efforts {
    private final Needs needs;
    private final NeedStore needStore;
    private final PledgeStore pledges;
    private final Ideas ideas;
    private final Numbers numbers;
    private final Counts counts;
    private final PublicRecord record;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;

    Efforts(
            Needs needs,
            NeedStore needStore,
            PledgeStore pledges,
            Ideas ideas,
            Numbers numbers,
            Counts counts,
            PublicRecord record,
            Calendar calendar,
            ApplicationEventPublisher events) {
        this.needs = needs;
        this.needStore = needStore;
        this.pledges = pledges;
        this.ideas = ideas;
        this.numbers = numbers;
        this.counts = counts;
        this.record = record;
        this.calendar = calendar;
        this.events = events;
    }

    /** What an idea needs, was promised and was given; all none for one that nobody has touched. */
    public Effort of(Subject idea) {
        return Objects.requireNonNull(
                of(idea.community(), List.of(idea.number())).get(idea));
    }

    /** The same for a page of a list, in one question to the database. */
    public Map<Subject, Effort> of(CommunityId community, Collection<Long> ideas) {
        return needStore.efforts(community, List.copyOf(ideas));
    }

    public Optional<Need> need(Subject idea) {
        return needStore.current(idea);
    }

    /** Live pledges to an idea, oldest first, after the pledge of that number (0 for the start). */
    public Paged<Pledge> pledges(Subject idea, long after, int size) {
        return Paged.of(
                pledges.live(idea, after, size + 1),
                size,
                pledge -> pledge.subject().number());
    }

    /** What this person has promised an idea and not taken back. */
    public List<Pledge> pledges(Subject idea, PersonId person) {
        return pledges.live(idea, person);
    }

    /** The newest live pledges of one person anywhere in the community. */
    public List<Pledge> pledgesOf(CommunityId community, PersonId person, int most) {
        return pledges.of(community, person, most);
    }

    /** The numbers of the ideas to which this person has promised effort and not taken it back. */
    public List<Long> promisedBy(CommunityId community, PersonId person) {
        return pledges.ideasOf(community, person);
    }

    public Optional<Pledge> find(CommunityId community, long number) {
        return pledges.find(community, number);
    }

    /** Who first promised effort of that kind and still does. */
    public Optional<PersonId> firstPledger(Subject idea, EffortKind kind) {
        return pledges.first(idea, kind);
    }

    /** Ideas and projects that still miss hours, the newest first. */
    public List<OpenNeed> openNeeds(CommunityId community, int most) {
        List<Long> lacking = needStore.lacking(community, most);
        Map<Long, Idea> found = ideas.all(community, lacking);
        Map<Subject, Effort> efforts = of(community, lacking);
        return lacking.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(idea -> new OpenNeed(idea, missing(Objects.requireNonNull(efforts.get(idea.subject())))))
                .toList();
    }

    private static Map<EffortKind, Hours> missing(Effort effort) {
        Map<EffortKind, Hours> missing = new EnumMap<>(EffortKind.class);
        effort.lacking().forEach(kind -> missing.put(kind, effort.of(kind).missing()));
        return missing;
    }

    /**
     * The author of an open idea says what it needs, in hours per kind.
     *
     * @throws Refused for the fields {@code need-do} and so on, or as a whole
     */
    @Transactional
    public void state(Member member, Subject subject, Map<EffortKind, Hours> hours) {
        Idea idea = ideas.hold(subject);
        new Refused.Check()
                .that(idea.author().equals(member.person()), "", "effort.need.not-yours")
                .that(idea.isOpen(), "", "effort.need.settled")
                .that(hours.values().stream().anyMatch(Hours::isSome), "need-do", "effort.need.none")
                .orRefuse();
        needs.state(idea, hours, member.person());
        tellIfCovered(idea);
    }

    /**
     * Promises effort to an open idea or to the project it has become. A member has one pledge per kind: pledging again
     * changes it. The pledge that covers the need makes the idea a project in the same transaction.
     *
     * @throws Refused for the fields {@code hours} and {@code by}, or as a whole when the idea takes no pledges
     */
    @Transactional
    public Pledge pledge(Member member, Subject subject, Promise promise) {
        promise.check(calendar.today(member.community()));
        Idea idea = ideas.hold(subject);
        if (idea.state() instanceof Idea.Withdrawn) throw Refused.because("", "effort.pledge.withdrawn");
        if (!needStore.isTaking(subject)) throw Refused.because("", "effort.pledge.over");
        Optional<Pledge> before = pledges.live(subject, member.person()).stream()
                .filter(pledge -> pledge.kind() == promise.kind())
                .findFirst();
        Pledge pledge = before.isPresent() ? change(idea, before.get(), promise) : make(idea, member, promise);
        needs.link(idea);
        tellIfCovered(idea);
        return pledge;
    }

    private Pledge make(Idea idea, Member member, Promise promise) {
        Instant now = calendar.now();
        Pledge pledge = new Pledge(
                numbers.next(member.community(), Subject.Kind.PLEDGE),
                idea.subject(),
                member.person(),
                promise.kind(),
                promise.hours(),
                promise.by(),
                now,
                now,
                null);
        pledges.add(pledge);
        move(pledge, pledge.hours().quarters());
        tell(EffortVerb.PLEDGE_MADE, idea, pledge);
        return pledge;
    }

    private Pledge change(Idea idea, Pledge before, Promise promise) {
        pledges.change(before.subject(), promise, calendar.now());
        Pledge pledge = pledges.find(
                        before.subject().community(), before.subject().number())
                .orElseThrow();
        move(pledge, promise.hours().quarters() - before.hours().quarters());
        boolean same = before.hours().equals(promise.hours()) && before.due().equals(promise.by());
        if (!same) tell(EffortVerb.PLEDGE_CHANGED, idea, pledge);
        return pledge;
    }

    /** Takes one's own pledge back; releasing twice changes nothing. */
    @Transactional
    public void release(Member member, Subject subject) {
        Pledge found = get(subject);
        if (!found.member().equals(member.person())) throw Refused.because("", "effort.pledge.not-yours");
        Idea idea = ideas.hold(found.idea());
        Pledge pledge = get(subject);
        if (!pledge.isLive()) return;
        release(pledge);
        tell(EffortVerb.PLEDGE_RELEASED, idea, pledge);
        needs.link(idea);
    }

    private void release(Pledge pledge) {
        pledges.release(pledge.subject(), calendar.now());
        move(pledge, -pledge.hours().quarters());
    }

    private Pledge get(Subject pledge) {
        return find(pledge.community(), pledge.number()).orElseThrow(() -> new Missing("pledge " + pledge.number()));
    }

    /** The work on this idea is over: it takes no more pledges and asks for none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(Subject idea) {
        needStore.taking(idea, false);
    }

    @EventListener
    void withdrawn(IdeaWithdrawn withdrawal) {
        Idea idea = ideas.hold(withdrawal.idea());
        for (List<Pledge> some = pledges.live(idea.subject(), 0, 100);
                !some.isEmpty();
                some = pledges.live(idea.subject(), 0, 100)) some.forEach(this::release);
        needStore.taking(idea.subject(), false);
        if (needStore.current(idea.subject()).isPresent()) needs.link(idea);
    }

    @EventListener
    void reopened(IdeaReopened reopening) {
        needStore.taking(reopening.idea(), true);
    }

    private void move(Pledge pledge, int quarters) {
        if (quarters == 0) return;
        pledges.move(pledge.idea(), pledge.kind(), quarters, calendar.now());
        needStore.addPledged(pledge.idea(), pledge.kind(), quarters);
        counts.add(pledge.idea().community(), Count.HOURS_PLEDGED, quarters);
    }

    private void tell(Verb verb, Idea idea, Pledge pledge) {
        Map<String, String> facts = Map.of(
                "title", idea.title(),
                "note", pledge.hours().toString(),
                "kind", pledge.kind().name(),
                "due", pledge.due().toString());
        record.add(new Act(verb, pledge.member(), idea.subject(), facts));
    }

    private void tellIfCovered(Idea idea) {
        if (idea.isOpen() && of(idea.subject()).isCovered()) events.publishEvent(new NeedCovered(idea.subject()));
    }

    LocalDate today(CommunityId community) {
        return calendar.today(community);
    }
}
