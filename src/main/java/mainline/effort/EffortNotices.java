package mainline.effort;

import java.util.List;
import mainline.community.Audience;
import mainline.community.Member;
import mainline.community.Notice;
import mainline.community.Written;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import mainline.text.Markdown;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks those who know the work to confirm it: whoever promised effort to the same; and those whom it mentions hear of it. */
@Component
class EffortNotices {
    /** Any one of them is enough, so that a few are asked. */
    private static final int ASKED = 10;

    private static final int EXCERPT = 80;

    private final PledgeStore pledges;
    private final People people;
    private final ApplicationEventPublisher events;

    EffortNotices(PledgeStore pledges, People people, ApplicationEventPublisher events) {
        this.pledges = pledges;
        this.people = people;
        this.events = events;
    }

    /** @param title of the project */
    void logged(Contribution work, String title) {
        ask(work);
        Member by = new Member(work.subject().community(), work.member());
        events.publishEvent(new Written(by, work.subject(), title, "what", work.what()));
        events.publishEvent(new Written(by, work.subject(), title, "evidence", work.evidence()));
    }

    private void ask(Contribution work) {
        List<PersonId> others = pledges.live(work.idea(), 0, 5 * ASKED).stream()
                .map(Pledge::member)
                .filter(person -> !person.equals(work.member()))
                .distinct()
                .limit(ASKED)
                .toList();
        Reason text = Reason.of(
                "contribution.told.logged",
                people.names(List.of(work.member())),
                work.hours().decimal(),
                Markdown.excerpt(work.what(), EXCERPT));
        if (!others.isEmpty()) events.publishEvent(Notice.asked(new Audience.Some(others), work.subject(), text));
    }
}
