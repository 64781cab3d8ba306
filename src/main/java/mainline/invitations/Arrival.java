package mainline.invitations;

import mainline.community.AllWaiting;
import mainline.community.Community;
import mainline.community.Viewers;
import mainline.kernel.PersonId;
import mainline.look.Turn;
import mainline.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where somebody who was invited and has just joined goes on: to a question that will not wait for them, else to the home page. */
@Component
class Arrival {
    private final People people;
    private final Viewers viewers;
    private final ObjectProvider<AllWaiting> waiting;

    Arrival(People people, Viewers viewers, ObjectProvider<AllWaiting> waiting) {
        this.people = people;
        this.viewers = viewers;
        this.waiting = waiting;
    }

    String of(Community community, PersonId person) {
        return waiting.getObject().soonest(viewers.of(community.slug(), people.get(person))).stream()
                .findFirst()
                .filter(first -> first.until() != null)
                .map(first -> Turn.to(community.path(first.target()), ""))
                .orElse(community.path(""));
    }
}
