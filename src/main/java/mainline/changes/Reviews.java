package mainline.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.git.Book;
import mainline.git.Books;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.Ruling;
import mainline.handbook.Signatures;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approving and merging changes. */
@Component
public class Reviews {
    private final Changes changes;
    private final ChangeStore store;
    private final ReviewStore said;
    private final Handbook handbook;
    private final Books books;
    private final Areas areas;
    private final Signatures signatures;
    private final Credits credits;
    private final ChangeNodes nodes;
    private final Gate gate;
    private final SmallCommunity smallCommunity;
    private final People people;
    private final Counts counts;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;

    Reviews(
            Changes changes,
            ChangeStore store,
            ReviewStore said,
            Handbook handbook,
            Books books,
            Areas areas,
            Signatures signatures,
            Credits credits,
            ChangeNodes nodes,
            Gate gate,
            SmallCommunity smallCommunity,
            People people,
            Counts counts,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events,
            ChangeNotices notices) {
        this.changes = changes;
        this.store = store;
        this.said = said;
        this.handbook = handbook;
        this.books = books;
        this.areas = areas;
        this.signatures = signatures;
        this.credits = credits;
        this.nodes = nodes;
        this.gate = gate;
        this.smallCommunity = smallCommunity;
        this.people = people;
        this.counts = counts;
        this.record = record;
        this.clock = clock;
        this.events = events;
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
        Ruling ruling = areas.of(change.subject().community());
        return change.paths().stream().anyMatch(path -> ruling.oversees(person, path));
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
        new Refused.Check()
                .that(!change.hasAuthor(member.person()), "", "change.approve.own")
                .that(oversees(member.person(), change), "", "change.steward-only")
                .that(change.version() == version, "", "change.moved-on")
                .optional(interest, "interest", Proposal.LONGEST_INTEREST)
                .orRefuse();
        Approval approval = new Approval(member.person(), version, interest.strip(), clock.instant(), true);
        if (!said.approve(subject, approval)) return;
        record.add(Act.by(
                member.person(),
                approval.counts() ? "change.approved" : "change.approved-with-interest",
                subject,
                change.title(),
                approval.interest()));
        if (approval.counts()) notices.approved(change, member.person());
    }

    /** Takes one's approval back. */
    @Transactional
    public void withdrawApproval(Member member, Subject subject) {
        Change change = open(subject);
        if (said.withdrawApproval(subject, member.person(), clock.instant()))
            record.add(Act.by(member.person(), "approval.withdrawn", subject, change.title()));
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
            record.add(Act.by(member.person(), "change.endorsed", subject, change.title()));
    }

    /** Takes one's endorsement back. */
    @Transactional
    public void withdrawEndorsement(Member member, Subject subject) {
        Change change = open(subject);
        if (said.withdrawEndorsement(subject, member.person(), clock.instant()))
            record.add(Act.by(member.person(), "change.endorsement-withdrawn", subject, change.title()));
    }

    /**
     * A steward of a touched area merges a change whose every rule is satisfied: one commit on the handbook, by the
     * change's author, at the time of its last version.
     *
     * @throws Refused for the whole, with the reason that is missing
     */
    @Transactional
    public void merge(Member member, Subject subject) {
        handbook.hold(member.community());
        Change change = open(subject);
        if (!oversees(member.person(), change)) throw Refused.because("", "change.steward-only");
        for (MergeRule.Check check : checks(change)) {
            if (!check.satisfied()) throw Refused.because("", "change.not-yet", check.reason());
        }
        boolean alone = smallCommunity.lets(member.person(), change);
        enter(
                member,
                change,
                alone,
                () -> Act.by(
                        member.person(),
                        alone ? "change.merged-alone" : "change.merged",
                        subject,
                        change.title(),
                        titles(change)));
    }

    /**
     * What the rules let through becomes part of the handbook. The caller holds the handbook and the change.
     *
     * @param act asked for when the pages have their new titles
     */
    void enter(Member member, Change change, boolean alone, Supplier<Act> act) {
        Subject subject = change.subject();
        Instant now = clock.instant();
        Change merged = change.with(new Change.Merged(member.person(), now, alone));
        try (Book book = books.openBeyondQuota(member.community())) {
            ObjectId before = book.head();
            ObjectId after = commit(book, before, merged, member.person());
            stewardsFileCounts(change, book, after);
            books.advance(member.community(), before, after);
            store.merge(subject, new Change.Merged(member.person(), now, alone), after);
            nodes.put(merged);
            nodes.putPages(merged, handbook.turn(book, before, after, subject, author(change)));
        }
        counts.add(member.community(), Count.OPEN_CHANGES, -1);
        counts.add(member.community(), Count.MERGED_CHANGES, 1);
        record.add(act.get());
        events.publishEvent(new ChangeMerged(subject, author(change), member.person(), change.paths(), change.from()));
        notices.merged(change, member.person());
    }

    /** Two good files brought together need not be one. */
    private void stewardsFileCounts(Change change, Book book, ObjectId after) {
        if (!change.paths().contains(Areas.FILE)) return;
        areas.breaks(change.subject().community(), book, after).ifPresent(broken -> {
            throw Refused.because("", "change.not-yet", ChecksPass.told(broken));
        });
    }

    private Change open(Subject subject) {
        Change change = changes.hold(subject);
        if (!change.isOpen()) throw Refused.because("", "change.closed");
        return change;
    }

    private ObjectId commit(Book book, ObjectId onto, Change change, PersonId by) {
        CommunityId community = change.subject().community();
        Version version = store.versions(change.subject()).getLast();
        Instant now = clock.instant();
        var signed = new Book.Signed(
                signatures.of(community, author(change), version.at()),
                signatures.of(community, by, now),
                message(book, change, version.head()));
        return book.merge(version.base(), onto, version.head(), signed)
                .orElseThrow(() -> Refused.because("", "change.conflict"));
    }

    private String message(Book book, Change change, ObjectId head) {
        String approved = approvals(change).stream()
                .filter(Approval::counts)
                .filter(approval -> !change.hasAuthor(approval.by()))
                .map(approval ->
                        "Approved-by: " + people.get(approval.by()).name().replaceAll("\\p{Cc}", "") + "\n")
                .collect(Collectors.joining());
        return change.title() + "\n\n" + change.why() + "\n\nChange: " + signatures.address(change.subject()) + "\n"
                + credits.lines(change)
                + credits.elsewhere(change.subject().community(), book, head)
                + approved;
    }

    private String titles(Change change) {
        return String.join(", ", new TreeMap<>(handbook.titles(change.subject().community(), change.paths())).values());
    }

    private static PersonId author(Change change) {
        return Objects.requireNonNull(change.author());
    }
}
