package mainline.discussion;

import gg.jte.Content;
import mainline.community.Here;
import mainline.community.MemberPanel;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of somebody who came lately: what the others said to them. */
@Component
@Order(90)
class GreetingsPanel implements MemberPanel {
    private final Greetings greetings;
    private final DiscussionPanel discussions;

    GreetingsPanel(Greetings greetings, DiscussionPanel discussions) {
        this.greetings = greetings;
        this.discussions = discussions;
    }

    @Override
    public @Nullable Content of(Person person, Here here) {
        if (!greetings.isOpen(here.id(), person.id())) return null;
        return discussions.of(here, Greetings.of(here.id(), person.id()));
    }
}
