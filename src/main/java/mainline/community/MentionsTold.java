package mainline.community;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.people.People;
import mainline.people.Person;
import mainline.text.Markdown;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells members that a text mentions them, each once for a text however often it is edited. */
@Component
class MentionsTold {
    /** So many earlier wordings are read: what an edit costs does not grow with how often there was one. */
    private static final int EARLIER = 50;

    private static final int EXCERPT = 120;

    private final Mentions mentions;
    private final People people;
    private final ApplicationEventPublisher events;

    MentionsTold(Mentions mentions, People people, ApplicationEventPublisher events) {
        this.mentions = mentions;
        this.people = people;
        this.events = events;
    }

    /** @throws Refused when it mentions too many */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void written(Written written) {
        List<Person> mentioned = mentions.in(written.by(), written.field(), written.text());
        if (mentioned.isEmpty()) return;
        Set<String> before = Mentions.handles(latest(written.earlier()));
        List<PersonId> fresh = mentioned.stream()
                .filter(person -> !before.contains(person.handle()))
                .map(Person::id)
                .toList();
        if (!fresh.isEmpty())
            events.publishEvent(Notice.asked(new Audience.Some(fresh), written.subject(), said(written)));
    }

    private static Stream<String> latest(List<String> wordings) {
        return wordings.stream().skip(Math.max(0, wordings.size() - EARLIER));
    }

    private Reason said(Written written) {
        String name = people.get(written.by().person()).name();
        return Reason.of("mention.told", name, written.title(), Markdown.excerpt(written.text(), EXCERPT));
    }
}
