package mainline.ideas;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Listing;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.community.Viewer;
import mainline.community.Written;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Clause;
import mainline.mission.Mission;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ideas of a community. */
@Component
public class Ideas {
    private final IdeaStore store;
    private final Mission mission;
    private final IdeaThread thread;
    private final Numbers numbers;
    private final Counts counts;
    private final PublicRecord record;
    private final List<IdeaKeeping<?>> keeping;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Ideas(
            IdeaStore store,
            Mission mission,
            IdeaThread thread,
            Numbers numbers,
            Counts counts,
            PublicRecord record,
            List<IdeaKeeping<?>> keeping,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.mission = mission;
        this.thread = thread;
        this.numbers = numbers;
        this.counts = counts;
        this.record = record;
        this.keeping = keeping;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Idea> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    /** Each of these ideas by its number, in one question to the database. */
    public Map<Long, Idea> all(CommunityId community, Collection<Long> numbers) {
        if (numbers.isEmpty()) return Map.of();
        return store.all(community, numbers).stream()
                .collect(Collectors.toMap(idea -> idea.subject().number(), idea -> idea));
    }

    Listing<Idea> in(CommunityId community) {
        return new IdeaListing(this, store, community);
    }

    /** @throws Missing when there is none */
    public Idea get(Subject idea) {
        return find(idea.community(), idea.number()).orElseThrow(() -> new Missing("idea " + idea.number()));
    }

    /**
     * The same as these eyes see it.
     *
     * @throws Missing when they do not
     */
    public Idea get(Viewer viewer, Subject idea) {
        return get(viewer.at(idea));
    }

    /** The same as {@link #get(Subject)}, held until the transaction ends, so that it cannot be withdrawn or adopted in between. */
    public Idea hold(Subject idea) {
        store.lock(idea);
        return get(idea);
    }

    /** The newest ideas that these eyes see, withdrawn ones among them. */
    public List<Idea> newest(Viewer viewer, int most) {
        return store.newest(viewer.community().id(), Long.MAX_VALUE, most).stream()
                .filter(idea -> viewer.sees(idea.subject()))
                .toList();
    }

    /**
     * Publishes an idea at once.
     *
     * @throws Refused for {@code title}, {@code text}, {@code clause} and {@code interest}
     */
    @Transactional
    public Idea publish(Member author, Wording wording, IdeaPart... parts) {
        return publish(author, wording, List.of(parts), new Refused.Check());
    }

    /**
     * The same with what was found wrong where the parts were read.
     *
     * @throws Refused also for all of that
     */
    @Transactional
    public Idea publish(Member author, Wording wording, List<IdeaPart> parts, Refused.Check found) {
        Refused.Check check = new Refused.Check();
        wording.check(check);
        Optional<Clause> clause = mission.clause(author.community(), wording.clause());
        check.that(clause.isPresent(), "clause", "idea.clause.choose");
        check.and(found).orRefuse();
        Subject subject = numbers.next(author.community(), Subject.Kind.IDEA);
        Idea idea = add(subject, author.person(), wording.tidy(), clause.orElseThrow(), clock.instant());
        parts.forEach(part -> keeping.forEach(each -> keep(each, idea, part, author)));
        record.add(Act.by(author.person(), IdeaVerb.PUBLISHED, idea.subject(), idea.title(), "M" + idea.clause()));
        events.publishEvent(new IdeaPublished(idea.subject(), author.person()));
        events.publishEvent(new Written(author, subject, idea.title(), "text", idea.text()));
        return idea;
    }

    private static <P extends IdeaPart> void keep(IdeaKeeping<P> keeping, Idea idea, IdeaPart part, Member author) {
        if (keeping.kind().isInstance(part))
            keeping.published(idea, keeping.kind().cast(part), author);
    }

    /** The number of an idea from elsewhere that is brought in this transaction, so that others can link to it before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Subject expect(CommunityId community) {
        return numbers.next(community, Subject.Kind.IDEA);
    }

    /** Puts in an idea from elsewhere as it was, with the date it had there. Texts must fit as in {@link #publish}. */
    @Transactional
    public Idea bring(Subject expected, PersonId author, Wording wording, Instant published) {
        Refused.Check check = new Refused.Check();
        wording.check(check);
        check.orRefuse();
        Clause clause = mission.clause(expected.community(), wording.clause()).orElseThrow(() -> new Missing("clause"));
        Idea idea = add(expected, author, wording.tidy(), clause, published);
        record.add(Act.by(author, IdeaVerb.IMPORTED, idea.subject(), idea.title()));
        return idea;
    }

    private Idea add(Subject subject, PersonId author, Wording wording, Clause clause, Instant at) {
        store.add(subject, wording, mission.current(subject.community()).version(), author, at);
        counts.add(subject.community(), Count.IDEAS, 1);
        Idea idea = get(subject);
        thread.put(idea, clause);
        return idea;
    }

    /**
     * A new version by its author; earlier ones stay readable.
     *
     * @param base the version the author had in front of them
     */
    @Transactional
    public Idea edit(Member member, Subject subject, int base, Wording wording) {
        Idea before = ownOpen(member, subject);
        Refused.Check check = new Refused.Check();
        wording.check(check);
        Optional<Clause> clause = mission.clause(member.community(), wording.clause());
        check.that(clause.isPresent(), "clause", "idea.clause.choose");
        check.that(before.version() == base, "", "idea.moved-on");
        check.orRefuse();
        Wording tidy = wording.tidy();
        if (tidy.equals(new Wording(before.title(), before.text(), before.clause(), before.interest()))) return before;
        List<String> said = versions(before).stream()
                .map(version -> version.wording().text())
                .toList();
        store.edit(before, tidy, mission.current(member.community()).version(), clock.instant());
        Idea idea = get(subject);
        events.publishEvent(new Written(member, subject, idea.title(), "text", idea.text(), said));
        thread.put(idea, clause.orElseThrow());
        if (idea.clause() != before.clause()) events.publishEvent(new IdeaCited(subject, idea.clause()));
        record.add(Act.by(member.person(), IdeaVerb.EDITED, subject, idea.title(), "" + idea.version()));
        return idea;
    }

    /** Up to {@code size} ideas that still cite a clause from a version of the mission before that one. */
    Paged<Idea> citing(CommunityId community, int clause, int version, long after, int size) {
        return Paged.of(
                store.citing(community, clause, version, after, size + 1),
                size,
                idea -> idea.subject().number());
    }

    /**
     * Its author says which clause it serves as the mission stands now, also when it is a project by now. The same clause as
     * before means that it still fits.
     */
    @Transactional
    public void cite(Member author, Subject subject, int clause) {
        Idea before = hold(subject);
        if (!before.author().equals(author.person())) throw Refused.because("", "idea.not-yours");
        if (before.state() instanceof Idea.Withdrawn) throw Refused.because("", "idea.not-open");
        Clause cited = mission.clause(author.community(), clause)
                .orElseThrow(() -> Refused.because("clause", "idea.clause.choose"));
        int version = mission.current(author.community()).version();
        if (clause == before.clause()) {
            store.uphold(subject, version);
            thread.put(before, cited);
            record.add(Act.by(author.person(), IdeaVerb.UPHELD, subject, before.title(), cited.name()));
            return;
        }
        Wording wording = new Wording(before.title(), before.text(), clause, before.interest());
        store.edit(before, wording, version, clock.instant());
        Idea idea = get(subject);
        thread.put(idea, cited);
        record.add(Act.by(author.person(), IdeaVerb.EDITED, subject, idea.title(), "" + idea.version()));
        events.publishEvent(new IdeaCited(subject, clause));
    }

    /** When each clause was last named by a new idea. */
    Map<Integer, Instant> latest(CommunityId community) {
        return store.latest(community);
    }

    /** Its author withdraws an open idea; pledges to it are released by whoever keeps them. */
    @Transactional
    public void withdraw(Member member, Subject subject, String why) {
        Idea idea = ownOpen(member, subject);
        new Refused.Check().optional(why, "why", 500).orRefuse();
        store.withdraw(subject, member.person(), why.strip(), clock.instant());
        thread.withdraw(idea);
        counts.add(member.community(), Count.IDEAS, -1);
        record.add(Act.by(member.person(), IdeaVerb.WITHDRAWN, subject, idea.title(), why.strip()));
        events.publishEvent(new IdeaWithdrawn(subject));
    }

    /** Its author takes the withdrawal back. */
    @Transactional
    public void reopen(Member member, Subject subject) {
        Idea idea = hold(subject);
        if (!idea.author().equals(member.person()) || !(idea.state() instanceof Idea.Withdrawn))
            throw new Missing("withdrawal");
        store.reopen(subject);
        thread.stand(idea);
        counts.add(member.community(), Count.IDEAS, 1);
        record.add(Act.by(member.person(), IdeaVerb.REOPENED, subject, idea.title()));
        events.publishEvent(new IdeaReopened(subject));
    }

    private Idea ownOpen(Member member, Subject subject) {
        Idea idea = hold(subject);
        if (!idea.author().equals(member.person())) throw Refused.because("", "idea.not-yours");
        if (!idea.isOpen()) throw Refused.because("", "idea.not-open");
        return idea;
    }

    @EventListener
    void adopted(Adoption adoption) {
        store.adopt(adoption.idea(), adoption.project(), clock.instant());
    }

    /** All versions with the present one last. */
    List<IdeaStore.Version> versions(Idea idea) {
        List<IdeaStore.Version> versions = new java.util.ArrayList<>(store.earlier(idea.subject()));
        versions.add(new IdeaStore.Version(
                idea.version(),
                new Wording(idea.title(), idea.text(), idea.clause(), idea.interest()),
                idea.changed()));
        return versions;
    }
}
