package mainline.stewardship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.community.Audience;
import mainline.community.Notice;
import mainline.handbook.Steward;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.look.Moment;
import mainline.people.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells those concerned: who is asked, who asked, and who oversees the same area. Nobody hears of what they did themselves. */
@Component
class StewardNotices {
    private final RosterFile rosterFile;
    private final People people;
    private final ApplicationEventPublisher events;

    StewardNotices(RosterFile rosterFile, People people, ApplicationEventPublisher events) {
        this.rosterFile = rosterFile;
        this.people = people;
        this.events = events;
    }

    void asked(Nomination nomination) {
        ask(
                nomination.nominee(),
                nomination.subject(),
                "nomination.told.asked",
                name(nomination.by()),
                area(nomination.subject(), nomination.area()));
    }

    void declined(Nomination nomination) {
        tell(
                nomination.by(),
                nomination.subject(),
                "nomination.told.declined",
                name(nomination.nominee()),
                area(nomination.subject(), nomination.area()));
    }

    /** @param ends when the community has to have spoken */
    void accepted(Nomination nomination, Instant ends) {
        Object area = area(nomination.subject(), nomination.area());
        String nominee = name(nomination.nominee());
        if (!nomination.isSelf())
            tell(nomination.by(), nomination.subject(), "nomination.told.accepted", nominee, area);
        stewards(nomination)
                .forEach(steward -> tell(
                        steward,
                        nomination.subject(),
                        "decision.told.ends",
                        Reason.of("nomination.told.open", nominee, area),
                        ends));
    }

    void confirmed(Nomination nomination) {
        Object area = area(nomination.subject(), nomination.area());
        tell(nomination.nominee(), nomination.subject(), "nomination.told.confirmed", area);
        String nominee = name(nomination.nominee());
        if (!nomination.isSelf())
            tell(nomination.by(), nomination.subject(), "nomination.told.confirmed-other", nominee, area);
        stewards(nomination)
                .forEach(steward ->
                        tell(steward, nomination.subject(), "nomination.told.confirmed-other", nominee, area));
    }

    void turnedDown(Nomination nomination) {
        Object area = area(nomination.subject(), nomination.area());
        tell(nomination.nominee(), nomination.subject(), "nomination.told.turned-down", area);
    }

    void recallAsked(Recall recall, Instant ends) {
        ask(
                recall.steward(),
                recall.decision(),
                "decision.told.ends",
                Reason.of("recall.told.asked", area(recall.subject(), recall.area())),
                ends);
    }

    void recalled(Recall recall) {
        tell(recall.steward(), recall.subject(), "recall.told.done", area(recall.subject(), recall.area()));
    }

    void recallWaits(Recall recall) {
        tell(recall.steward(), recall.subject(), "recall.told.waiting");
    }

    /** A term ends soon: the steward may stay on or step down, and the others of the area may look for somebody. */
    void endsSoon(CommunityId community, String area, PersonId person, LocalDate lastDay) {
        Subject about = stewardsPage(community);
        Reason end = Moment.endOf(lastDay, rosterFile.zone(community));
        ask(person, about, "term.told.ends", area(about, area), end);
        others(community, area, person)
                .forEach(other -> tell(other, about, "term.told.ends-other", name(person), area(about, area), end));
    }

    void over(CommunityId community, String area, PersonId person) {
        Subject about = stewardsPage(community);
        tell(person, about, "term.told.over", area(about, area));
        others(community, area, person)
                .forEach(other -> tell(other, about, "term.told.over-other", name(person), area(about, area)));
    }

    void steppedDown(CommunityId community, String area, PersonId person) {
        Subject about = stewardsPage(community);
        others(community, area, person)
                .forEach(other -> tell(other, about, "term.told.stepped-down", name(person), area(about, area)));
    }

    /** The last term over the whole handbook is over, and nobody else is there: everybody is asked. */
    void heldOver(CommunityId community, PersonId person) {
        events.publishEvent(Notice.bound(
                new Audience.Members(null), stewardsPage(community), Reason.of("term.told.held-over", name(person))));
    }

    private Set<PersonId> stewards(Nomination nomination) {
        return others(nomination.subject().community(), nomination.area(), nomination.nominee()).stream()
                .filter(steward -> !steward.equals(nomination.by()))
                .collect(Collectors.toSet());
    }

    private Set<PersonId> others(CommunityId community, String area, PersonId than) {
        return rosterFile.area(community, area).stewards().stream()
                .map(Steward::person)
                .filter(steward -> !steward.equals(than))
                .collect(Collectors.toSet());
    }

    private String name(PersonId person) {
        return people.get(person).name();
    }

    /** Said in the reader's language. */
    private Reason area(Subject in, String area) {
        return rosterFile.area(in.community(), area).words();
    }

    private static Subject stewardsPage(CommunityId community) {
        return new Subject(community, Subject.Kind.AREA, 0);
    }

    private void tell(PersonId to, Subject subject, String key, Object... gaps) {
        events.publishEvent(Notice.answered(to, subject, Reason.of(key, gaps)));
    }

    private void ask(PersonId to, Subject subject, String key, Object... gaps) {
        events.publishEvent(Notice.asked(to, subject, Reason.of(key, gaps)));
    }
}
