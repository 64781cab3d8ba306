package mainline.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.changes.Change;
import mainline.changes.ChangeProposed;
import mainline.changes.Changes;
import mainline.community.Calendar;
import mainline.community.MeantPeople;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
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
    private static final int MOST = 20;
    private static final int LONGEST_ABSENCE_DAYS = 366;

    private final Changes changes;
    private final AskStore store;
    private final AwaitedReviews awaitedReviews;
    private final SuggestedReviewers suggested;
    private final MeantPeople meant;
    private final ReviewNotices notices;
    private final PublicRecord record;
    private final Calendar calendar;

    Asks(
            Changes changes,
            AskStore store,
            AwaitedReviews awaitedReviews,
            SuggestedReviewers suggested,
            MeantPeople meant,
            ReviewNotices notices,
            PublicRecord record,
            Calendar calendar) {
        this.changes = changes;
        this.store = store;
        this.awaitedReviews = awaitedReviews;
        this.suggested = suggested;
        this.meant = meant;
        this.notices = notices;
        this.record = record;
        this.calendar = calendar;
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
        List<Ask> asked = suggested.of(change);
        for (Ask ask : asked) {
            store.put(change.subject(), ask);
            notices.asked(change, ask);
        }
        awaitedReviews.note(change.subject());
    }

    /**
     * The author asks another member.
     *
     * @throws Refused for the field {@code person}, or for the whole
     */
    @Transactional
    public void ask(Member member, Subject subject, String typed) {
        Change change = changes.hold(subject);
        new Refused.Check()
                .that(change.isOpen(), "", "change.closed")
                .that(change.isBy(member.person()), "", "change.not-yours")
                .orRefuse();
        Person person = meant.member(member.community(), typed, "person", "ask.member-only");
        List<Ask> before = store.of(subject);
        boolean already =
                before.stream().anyMatch(ask -> ask.isOpen() && ask.person().equals(person.id()));
        Map<PersonId, LocalDate> away =
                store.away(member.community(), List.of(person.id()), calendar.today(member.community()));
        LocalDate until = away.get(person.id());
        new Refused.Check()
                .that(!change.hasAuthor(person.id()), "person", "ask.author")
                .that(!already, "person", "ask.already")
                .that(before.size() < MOST, "person", "ask.too-many", MOST)
                .that(until == null, "person", "ask.away", until == null ? calendar.today(member.community()) : until)
                .orRefuse();
        Ask ask = new Ask(person.id(), member.person(), Ask.Why.ASKED, 0, calendar.now(), null);
        store.put(subject, ask);
        record.add(Act.by(member.person(), ReviewVerb.REVIEW_ASKED, subject, change.title(), person.name()));
        notices.asked(change, ask);
    }

    /** Whoever was asked says that somebody else should be. */
    @Transactional
    public void passOn(Member member, Subject subject) {
        Change change = changes.hold(subject);
        if (!change.isOpen()) throw Refused.because("", "change.closed");
        if (!store.passOn(subject, member.person(), calendar.now())) throw Refused.because("", "ask.not-asked");
        record.add(Act.by(member.person(), ReviewVerb.REVIEW_PASSED_ON, subject, change.title()));
        notices.passedOn(change, member.person());
    }

    /**
     * A member is away: nobody asks or reminds them until that day is over.
     *
     * @throws Refused for the field {@code until}
     */
    @Transactional
    public void away(Member member, LocalDate until) {
        LocalDate today = calendar.today(member.community());
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
        return store.away(community, people, calendar.today(community));
    }
}
