package mainline.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainline.chain.Chain;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.discussion.Discussions;
import mainline.git.Book;
import mainline.git.Books;
import mainline.handbook.Areas;
import mainline.handbook.HandbookImport;
import mainline.handbook.PagePaths;
import mainline.handbook.Ruling;
import mainline.handbook.Signatures;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Mission;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proposed edits to the handbook: written, edited and withdrawn. {@link Merging} makes them part of it. */
@Component
public class Changes implements HandbookImport.Work {
    private static final int MOST_WAITING = 50;

    private final ChangeStore store;
    private final VersionStore versions;
    private final OutcomeStore outcomes;
    private final Areas areas;
    private final Books books;
    private final Signatures signatures;
    private final Credits credits;
    private final ChangeNodes nodes;
    private final Discussions discussions;
    private final Chain chain;
    private final Numbers numbers;
    private final Counts counts;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Mission mission;

    Changes(
            ChangeStore store,
            VersionStore versions,
            OutcomeStore outcomes,
            Areas areas,
            Books books,
            Signatures signatures,
            Credits credits,
            ChangeNodes nodes,
            Discussions discussions,
            Chain chain,
            Numbers numbers,
            Counts counts,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events,
            Mission mission) {
        this.store = store;
        this.versions = versions;
        this.outcomes = outcomes;
        this.areas = areas;
        this.books = books;
        this.signatures = signatures;
        this.credits = credits;
        this.nodes = nodes;
        this.discussions = discussions;
        this.chain = chain;
        this.numbers = numbers;
        this.counts = counts;
        this.record = record;
        this.clock = clock;
        this.events = events;
        this.mission = mission;
    }

    @Override
    public boolean isUnderWay(CommunityId community) {
        return store.any(community);
    }

    public Optional<Change> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    /** @throws Missing when there is none */
    public Change get(Subject change) {
        return find(change.community(), change.number()).orElseThrow(() -> new Missing("change " + change.number()));
    }

    /** The same, held until the transaction ends, so that nobody else edits, approves or merges it meanwhile. */
    public Change hold(Subject change) {
        store.lock(change);
        return get(change);
    }

    /** Newest first, before that number (0 for the newest). */
    public Paged<Change> open(CommunityId community, long before, int size) {
        return list(community, "OPEN", before, size);
    }

    /** @param state {@code DRAFT}, {@code OPEN}, {@code MERGED} or {@code WITHDRAWN} */
    Paged<Change> list(CommunityId community, String state, long before, int size) {
        long start = before <= 0 ? Long.MAX_VALUE : before;
        return Paged.of(
                store.list(community, state, start, size + 1),
                size,
                change -> change.subject().number());
    }

    /** Drafts waiting for somebody to take them up, newest first. */
    public List<Change> drafts(CommunityId community, int most) {
        return store.list(community, "DRAFT", Long.MAX_VALUE, most);
    }

    /** Open changes by others in this member's areas that they have not approved; the oldest first, at most fifty. */
    public List<Change> waitingFor(Member steward) {
        List<String> patterns = areas.of(steward.community()).patternsOf(steward.person());
        if (patterns.isEmpty()) return List.of();
        return store.waitingFor(steward.community(), steward.person(), patterns, MOST_WAITING);
    }

    /** The open changes and drafts that touch this page, newest first, at most fifty. */
    public List<Change> touching(CommunityId community, String path) {
        return store.touching(community, path, MOST_WAITING);
    }

    /** Open changes that cite the clause from a version of the mission before that one. */
    Paged<Change> citing(CommunityId community, int clause, int mission, long after, int size) {
        return Paged.of(
                store.citing(community, clause, mission, after, size + 1),
                size,
                change -> change.subject().number());
    }

    /** Its author says which clause an open change serves as the mission stands now. */
    @Transactional
    void cite(Member author, Subject subject, int clause) {
        Change before = hold(subject);
        new Refused.Check()
                .that(before.isOpen(), "", "change.closed")
                .that(before.isBy(author.person()), "", "change.not-yours")
                .that(mission.clause(author.community(), clause).isPresent(), "clause", "change.clause.unknown")
                .orRefuse();
        store.cite(subject, clause, mission.current(author.community()).version());
        nodes.put(get(subject));
        record.add(Act.by(author.person(), "change.cited", subject, before.title(), "M" + clause));
    }

    /** When each clause was last named by a change. */
    Map<Integer, Instant> latest(CommunityId community) {
        return store.latest(community);
    }

    /** Oldest first; none of a draft. */
    public List<Version> versions(Change change) {
        return versions.of(change.subject());
    }

    /** Since when it has said what it says now. */
    public Instant saidSince(Change change) {
        return versions.saidSince(change.subject());
    }

    public Optional<DraftText> draftText(Change change) {
        return versions.draft(change.subject());
    }

    /**
     * Proposes an edit to a page, or a new page. If the page moved on since the author began, both are brought together.
     *
     * @throws Refused for the fields {@code path}, {@code text}, {@code title}, {@code why}, {@code interest}, {@code from},
     *     {@code clause};
     *     when both sides changed the same lines, for {@code text} with {@code change.conflict}
     */
    @Transactional
    public Change propose(Member author, Proposal typed) {
        Proposal proposal = checked(author.community(), typed);
        try (Book book = books.open(author.community())) {
            return propose(book, author, proposal.reasons(), proposal.settled(book));
        }
    }

    /** The same for any number of files. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change propose(Book book, Member author, Reasons reasons, Settled settled) {
        Written written = write(book, author, reasons, settled, Set.of());
        Subject subject = numbers.next(author.community(), Subject.Kind.CHANGE);
        Change change = written.change(subject, author.person(), reasons, 1, Set.of());
        store.add(change, citing(change));
        keep(book, change, settled.base(), written.head());
        opened(change, author.person());
        return change;
    }

    /**
     * Writes a change down for somebody to take up. It is not open for review until a member proposes it.
     *
     * @param asked whom to ask; null for anybody
     */
    @Transactional
    public Subject draft(CommunityId community, @Nullable PersonId asked, ChangeDraft draft) {
        Subject subject = numbers.next(community, Subject.Kind.CHANGE);
        Change change = new Change(
                subject,
                draft.title(),
                draft.why(),
                "",
                null,
                draft.from(),
                0,
                clock.instant(),
                List.of(draft.path()),
                new Change.Draft(asked));
        store.add(change, citing(change));
        versions.addDraft(subject, new DraftText(draft.path(), PagePaths.stored(draft.text())), asked);
        discussions.open(subject, change.title());
        nodes.put(change);
        record.add(Act.byItself("change.drafted", subject, change.title(), draft.path()));
        return subject;
    }

    /**
     * A new version by the author, or the first one by whoever takes a draft up. Approvals of earlier versions fall.
     *
     * @param version the version in front of the member, 0 for a draft
     * @throws Refused as {@link #propose}, and for the whole when it is not theirs or moved on
     */
    @Transactional
    public Change revise(Member member, Subject subject, int version, Proposal typed) {
        Proposal proposal = checked(member.community(), typed);
        Change before = hold(subject);
        new Refused.Check()
                .that(before.isOpen() || before.isDraft(), "", "change.closed")
                .that(before.isDraft() || before.isBy(member.person()), "", "change.not-yours")
                .that(before.version() == version, "", "change.moved-on")
                .that(before.isOnePage(), "", "change.many-files")
                .orRefuse();
        try (Book book = books.open(member.community())) {
            return revise(book, member, before, proposal.reasons(), proposal.settled(book));
        }
    }

    /**
     * The same for any number of files.
     *
     * @param before held, and the member's to edit
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change revise(Book book, Member member, Change before, Reasons reasons, Settled settled) {
        Reasons kept = before.from() == null
                ? reasons
                : new Reasons(reasons.title(), reasons.why(), reasons.interest(), before.from(), reasons.clause());
        Written written = write(book, member, kept, settled, before.coauthors());
        Change change =
                written.change(before.subject(), member.person(), kept, before.version() + 1, before.coauthors());
        store.revise(change, citing(change));
        keep(book, change, settled.base(), written.head());
        if (before.isDraft()) opened(change, member.person());
        else revised(change, member.person());
        return change;
    }

    /**
     * Commits that are there already become a new change, or the next version of the author's own.
     *
     * @param onto an open change of the author, held; null for a new one
     * @param from what a new one comes from
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Change push(Book book, Member author, @Nullable Change onto, @Nullable Subject from, Pushed pushed) {
        Subject subject = onto == null ? numbers.next(author.community(), Subject.Kind.CHANGE) : onto.subject();
        Change change = new Change(
                subject,
                pushed.title(),
                pushed.why().isEmpty() && onto != null ? onto.why() : pushed.why(),
                onto == null ? "" : onto.interest(),
                author.person(),
                onto == null ? from : onto.from(),
                onto == null ? 0 : onto.clause(),
                onto == null ? 1 : onto.version() + 1,
                clock.instant(),
                pushed.paths(),
                new Change.Open(),
                coauthors(author, onto, pushed));
        if (onto == null) {
            store.add(change, citing(change));
            keep(book, change, pushed.base(), pushed.head());
            opened(change, author.person());
        } else {
            store.revise(change, citing(change));
            keep(book, change, pushed.base(), pushed.head());
            revised(change, author.person());
        }
        return change;
    }

    /** The next version of a change, which the caller holds and whose commit is there; told in the record by the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Book book, Change next, ObjectId base, ObjectId head) {
        store.revise(next, citing(next));
        keep(book, next, base, head);
        events.publishEvent(new ChangeRevised(next.subject()));
    }

    /**
     * Proposes a commit that another module made on the handbook's present one, looked through like a push. Its message says what
     * and why, and whom else it credits.
     *
     * @throws Refused as a whole when a push of it would be refused
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change propose(Member author, Book book, ObjectId commit) {
        try (ObjectReader reader = book.repository().newObjectReader()) {
            return push(book, author, null, null, new PushCheck(book, reader).of(commit));
        } catch (PushCheck.Odd odd) {
            throw Refused.because("", "change.odd", String.valueOf(odd.getMessage()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The commit by which a change became part of the handbook. */
    public Optional<ObjectId> commitOf(Change change) {
        return outcomes.mergedAs(change.subject());
    }

    private Set<PersonId> coauthors(Member author, @Nullable Change onto, Pushed pushed) {
        Set<PersonId> all = new LinkedHashSet<>(onto == null ? Set.of() : onto.coauthors());
        all.addAll(credits.of(author.community(), pushed, author.person()));
        return all;
    }

    private Proposal checked(CommunityId community, Proposal typed) {
        Proposal proposal = typed.tidy();
        Refused.Check check = new Refused.Check();
        proposal.check(check);
        linked(community, proposal.reasons(), check).orRefuse();
        return proposal;
    }

    /** Notes what is wrong with the things that reasons name. */
    public Refused.Check linked(CommunityId community, Reasons reasons, Refused.Check check) {
        Subject from = reasons.from();
        return check.that(from == null || isOnChain(community, from), "from", "change.from.unknown")
                .that(isClause(community, reasons.clause()), "clause", "change.clause.unknown");
    }

    private boolean isClause(CommunityId community, int clause) {
        return clause == 0 || mission.clause(community, clause).isPresent();
    }

    /** The version of the mission whose clause a change names. */
    private int citing(Change change) {
        return change.clause() == 0
                ? 0
                : mission.current(change.subject().community()).version();
    }

    private boolean isOnChain(CommunityId community, Subject from) {
        return from.community().equals(community)
                && chain.nodes(from).stream().anyMatch(node -> node.subject().equals(from));
    }

    /** A version's commit, and what differs by it. */
    private record Written(ObjectId head, List<String> paths, Instant at) {
        Change change(Subject subject, PersonId author, Reasons reasons, int version, Set<PersonId> coauthors) {
            return new Change(
                    subject,
                    reasons.title(),
                    reasons.why(),
                    reasons.interest(),
                    author,
                    reasons.from(),
                    reasons.clause(),
                    version,
                    at,
                    paths,
                    new Change.Open(),
                    coauthors);
        }
    }

    private void revised(Change change, PersonId author) {
        record.add(Act.by(author, "change.revised", change.subject(), change.title(), "" + change.version()));
        events.publishEvent(new ChangeRevised(change.subject()));
    }

    private void opened(Change change, PersonId author) {
        counts.add(change.subject().community(), Count.OPEN_CHANGES, 1);
        record.add(Act.by(author, "change.proposed", change.subject(), change.title()));
        events.publishEvent(new ChangeProposed(change.subject(), author, change.paths(), change.from()));
    }

    private Written write(Book book, Member by, Reasons reasons, Settled settled, Set<PersonId> coauthors) {
        Instant now = clock.instant();
        PersonIdent signature = signatures.of(by.community(), by.person(), now);
        String credit = credits.lines(by.community(), coauthors);
        String message = reasons.title() + "\n\n" + reasons.why() + "\n" + (credit.isEmpty() ? "" : "\n" + credit);
        ObjectId head = book.write(settled.base(), settled.edits(), new Book.Signed(signature, signature, message));
        List<String> paths = book.differences(settled.base(), head);
        if (paths.isEmpty()) throw Refused.because("text", "change.nothing");
        return new Written(head, paths, now);
    }

    private void keep(Book book, Change change, ObjectId base, ObjectId head) {
        fits(book, change, base, head);
        books.keep(change.subject().community(), change.subject().number(), change.version(), head);
        versions.add(
                change.subject(), new Version(change.version(), base, head, change.at()), book.content(base, head));
        discussions.open(change.subject(), change.title());
        nodes.put(change);
    }

    /** What an area lets in; a push was told already. */
    private void fits(Book book, Change change, ObjectId base, ObjectId head) {
        Ruling ruling = areas.of(change.subject().community());
        for (AreaFiles.Unfit unfit : AreaFiles.unfit(ruling, book, base, head, change.paths()))
            throw unfit.tooLarge()
                    ? Refused.because(
                            "text",
                            "change.file-large",
                            unfit.path(),
                            unfit.rules().largest() / 1024)
                    : Refused.because(
                            "",
                            "change.file-odd",
                            unfit.path(),
                            String.join(", ", unfit.rules().files()));
    }

    /** The author takes an open change back; of a draft, the person who was asked does. */
    @Transactional
    public void withdraw(Member member, Subject subject) {
        Change change = hold(subject);
        boolean theirs = change.isBy(member.person())
                || change.state() instanceof Change.Draft(PersonId asked)
                        && member.person().equals(asked);
        new Refused.Check()
                .that(change.isOpen() || change.isDraft(), "", "change.closed")
                .that(theirs, "", "change.not-yours")
                .orRefuse();
        outcomes.withdraw(subject, new Change.Withdrawn(member.person(), clock.instant()));
        if (change.isOpen()) counts.add(member.community(), Count.OPEN_CHANGES, -1);
        chain.drop(subject);
        record.add(Act.by(member.person(), "change.withdrawn", subject, change.title()));
    }
}
