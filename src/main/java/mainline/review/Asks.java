package mainline.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.changes.Change;
import mainline.changes.ChangeProposed;
import mainline.changes.Changes;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import mainline.handbook.Steward;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is asked for their word on a change: stewards of what it touches and those who wrote the lines it touches, those who
 * owe least first and nobody who is away; the author may ask others, and whoever is asked may pass it on.
 */
@Component
public class Asks {
    private static final int MOST_STEWARDS = 6;
    private static final int MOST_WRITERS = 2;
    private static final int MOST = 20;
    private static final int LONGEST_ABSENCE_DAYS = 366;

    private final Changes changes;
    private final AskStore store;
    private final AwaitedReviews awaitedReviews;
    private final LinesKnown lines;
    private final Areas areas;
    private final Communities communities;
    private final People people;
    private final ReviewNotices notices;
    private final PublicRecord record;
    private final Clock clock;

    Asks(
            Changes changes,
            AskStore store,
            AwaitedReviews awaitedReviews,
            LinesKnown lines,
            Areas areas,
            Communities communities,
            People people,
            ReviewNotices notices,
            PublicRecord record,
            Clock clock) {
        this.changes = changes;
        this.store = store;
        this.awaitedReviews = awaitedReviews;
        this.lines = lines;
        this.areas = areas;
        this.communities = communities;
        this.people = people;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    /** In the order they were asked, those who passed it on too. */
    public List<Ask> of(Change change) {
        return store.of(change.subject());
    }

    /** Asks whoever knows best, as soon as a change is proposed. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void proposed(ChangeProposed proposed) {
        Change change = changes.get(proposed.change());
        List<Ask> asked = suggested(change);
        for (Ask ask : asked) {
            store.put(change.subject(), ask);
            notices.asked(change, ask);
        }
        awaitedReviews.note(change.subject());
    }

    private List<Ask> suggested(Change change) {
        CommunityId community = change.subject().community();
        Map<PersonId, Integer> known = lines.of(change);
        Roster roster = areas.of(community);
        Set<PersonId> all = new LinkedHashSet<>(known.keySet());
        for (String path : change.paths()) all.addAll(overseeing(roster, path));
        all.removeIf(change::hasAuthor);
        Set<PersonId> away = store.away(community, all, today(community)).keySet();
        Map<PersonId, Integer> load = store.load(community, all);
        Comparator<PersonId> lightest = Comparator.comparing((PersonId person) -> away.contains(person))
                .thenComparing(person -> load.getOrDefault(person, 0));
        Comparator<PersonId> knowing = Comparator.comparing(person -> -known.getOrDefault(person, 0));
        Map<PersonId, Ask> asks = new LinkedHashMap<>();
        for (String path : change.paths()) {
            overseeing(roster, path).stream()
                    .filter(all::contains)
                    .sorted(lightest.thenComparing(knowing))
                    .limit(roster.rules(path).approvals() + 1L)
                    .filter(person -> asks.size() < MOST_STEWARDS)
                    .forEach(person -> asks.put(person, ask(person, Ask.Why.STEWARD, known)));
        }
        known.keySet().stream()
                .filter(person -> all.contains(person) && !away.contains(person) && !asks.containsKey(person))
                .sorted(knowing.thenComparing(lightest))
                .limit(MOST_WRITERS)
                .forEach(person -> asks.put(person, ask(person, Ask.Why.LINES, known)));
        return List.copyOf(asks.values());
    }

    private Ask ask(PersonId person, Ask.Why why, Map<PersonId, Integer> known) {
        return new Ask(person, null, why, known.getOrDefault(person, 0), clock.instant(), null);
    }

    private static List<PersonId> overseeing(Roster roster, String path) {
        return roster.stewardsOf(path).stream().map(Steward::person).distinct().toList();
    }

    private LocalDate today(CommunityId community) {
        return LocalDate.ofInstant(clock.instant(), zone(community));
    }

    private ZoneId zone(CommunityId community) {
        return communities.find(community).orElseThrow().zone();
    }

    /**
     * The author asks another member.
     *
     * @throws Refused for the field {@code person}, or for the whole
     */
    @Transactional
    public void ask(Member member, Subject subject, String handle) {
        Change change = changes.hold(subject);
        new Refused.Check()
                .that(change.isOpen(), "", "change.closed")
                .that(change.isBy(member.person()), "", "change.not-yours")
                .orRefuse();
        Person person = people.byHandle(handle.strip().replaceFirst("^@", ""))
                .filter(found -> communities.isMember(member.community(), found.id()))
                .orElseThrow(() -> Refused.because("person", "ask.member-only"));
        List<Ask> before = store.of(subject);
        boolean already =
                before.stream().anyMatch(ask -> ask.isOpen() && ask.person().equals(person.id()));
        Map<PersonId, LocalDate> away = store.away(member.community(), List.of(person.id()), today(member.community()));
        LocalDate until = away.get(person.id());
        new Refused.Check()
                .that(!change.hasAuthor(person.id()), "person", "ask.author")
                .that(!already, "person", "ask.already")
                .that(before.size() < MOST, "person", "ask.too-many", MOST)
                .that(until == null, "person", "ask.away", until == null ? today(member.community()) : until)
                .orRefuse();
        Ask ask = new Ask(person.id(), member.person(), Ask.Why.ASKED, 0, clock.instant(), null);
        store.put(subject, ask);
        record.add(Act.by(member.person(), "review.asked", subject, change.title(), person.name()));
        notices.asked(change, ask);
    }

    /** Whoever was asked says that somebody else should be. */
    @Transactional
    public void passOn(Member member, Subject subject) {
        Change change = changes.hold(subject);
        if (!change.isOpen()) throw Refused.because("", "change.closed");
        if (!store.passOn(subject, member.person(), clock.instant())) throw Refused.because("", "ask.not-asked");
        record.add(Act.by(member.person(), "review.passed-on", subject, change.title()));
        notices.passedOn(change, member.person());
    }

    /**
     * A member is away: nobody asks or reminds them until that day is over.
     *
     * @throws Refused for the field {@code until}
     */
    @Transactional
    public void away(Member member, LocalDate until) {
        LocalDate today = today(member.community());
        new Refused.Check()
                .that(!until.isBefore(today), "until", "away.past")
                .that(!until.isAfter(today.plusDays(LONGEST_ABSENCE_DAYS)), "until", "away.far")
                .orRefuse();
        store.away(member.community(), member.person(), until);
    }

    /** Back again. */
    @Transactional
    public void back(Member member) {
        store.back(member.community(), member.person());
    }

    /** Those of them who are away today, and until when. */
    public Map<PersonId, LocalDate> away(CommunityId community, Set<PersonId> people) {
        return store.away(community, people, today(community));
    }
}
