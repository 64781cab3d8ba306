package mainline.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
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
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a change part of the handbook. Whether it may become that, callers answer for. */
@Component
public class Merging {
    private final Changes changes;
    private final VersionStore versions;
    private final OutcomeStore outcomes;
    private final Handbook handbook;
    private final Books books;
    private final Areas areas;
    private final Signatures signatures;
    private final Credits credits;
    private final ChangeNodes nodes;
    private final People people;
    private final Counts counts;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;

    Merging(
            Changes changes,
            VersionStore versions,
            OutcomeStore outcomes,
            Handbook handbook,
            Books books,
            Areas areas,
            Signatures signatures,
            Credits credits,
            ChangeNodes nodes,
            People people,
            Counts counts,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events,
            ChangeNotices notices) {
        this.changes = changes;
        this.versions = versions;
        this.outcomes = outcomes;
        this.handbook = handbook;
        this.books = books;
        this.areas = areas;
        this.signatures = signatures;
        this.credits = credits;
        this.nodes = nodes;
        this.people = people;
        this.counts = counts;
        this.record = record;
        this.clock = clock;
        this.events = events;
        this.notices = notices;
    }

    /** The change, held with the handbook until the transaction ends, in the order in which all acts hold them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change hold(Subject subject) {
        handbook.hold(subject.community());
        return changes.hold(subject);
    }

    /**
     * One commit on the handbook, by the change's author, at the time of its last version.
     *
     * @param change held by {@link #hold}
     * @param approved who is named as having approved it
     * @param act what the record says, asked for with the titles that the pages have now
     * @throws Refused for the whole when it contradicts the handbook as it is now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Member member, Change change, boolean alone, List<PersonId> approved, Function<String, Act> act) {
        Subject subject = change.subject();
        Change.Merged state = new Change.Merged(member.person(), clock.instant(), alone);
        Change merged = change.with(state);
        try (Book book = books.openBeyondQuota(member.community())) {
            ObjectId before = book.head();
            ObjectId after = commit(book, before, merged, member.person(), approved);
            stewardsFileCounts(change, book, after);
            books.advance(member.community(), before, after);
            outcomes.merge(subject, state, after);
            nodes.put(merged);
            nodes.putPages(merged, handbook.turn(book, before, after, subject, author(change)));
        }
        counts.add(member.community(), Count.OPEN_CHANGES, -1);
        counts.add(member.community(), Count.MERGED_CHANGES, 1);
        record.add(act.apply(titles(change)));
        events.publishEvent(new ChangeMerged(subject, author(change), member.person(), change.paths(), change.from()));
        notices.merged(change, member.person());
    }

    /** Two good files brought together need not be one. */
    private void stewardsFileCounts(Change change, Book book, ObjectId after) {
        if (!change.paths().contains(Areas.FILE)) return;
        areas.breaks(change.subject().community(), book, after).ifPresent(broken -> {
            throw Refused.because("", "change.not-yet", told(broken));
        });
    }

    /** What is wrong with a file of stewards, in a sentence. */
    public static Reason told(Ruling.Broken broken) {
        return broken.line() == 0
                ? Reason.of("change.rule.stewards-file", broken.reason())
                : Reason.of("change.rule.stewards-file-line", broken.line(), broken.reason());
    }

    private ObjectId commit(Book book, ObjectId onto, Change change, PersonId by, List<PersonId> approved) {
        CommunityId community = change.subject().community();
        Version version = versions.of(change.subject()).getLast();
        Instant now = clock.instant();
        var signed = new Book.Signed(
                signatures.of(community, author(change), version.at()),
                signatures.of(community, by, now),
                message(book, change, version.head(), approved));
        return book.merges()
                .merge(version.base(), onto, version.head(), signed)
                .orElseThrow(() -> Refused.because("", "change.conflict"));
    }

    private String message(Book book, Change change, ObjectId head, List<PersonId> approved) {
        String approvals = approved.stream()
                .map(people::get)
                .map(Person::name)
                .map(name -> "Approved-by: " + name.replaceAll("\\p{Cc}", "") + "\n")
                .collect(Collectors.joining());
        return change.title() + "\n\n" + change.why() + "\n\nChange: " + signatures.address(change.subject()) + "\n"
                + credits.lines(change)
                + credits.elsewhere(change.subject().community(), book, head)
                + approvals;
    }

    private String titles(Change change) {
        return String.join(", ", new TreeMap<>(handbook.titles(change.subject().community(), change.paths())).values());
    }

    private static PersonId author(Change change) {
        return Objects.requireNonNull(change.author());
    }
}
