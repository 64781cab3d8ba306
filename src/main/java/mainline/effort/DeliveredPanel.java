package mainline.effort;

import gg.jte.Content;
import java.util.List;
import mainline.community.Here;
import mainline.community.Names;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import mainline.people.People;
import org.springframework.stereotype.Component;

/** The part of a project's page on the work delivered last. */
@Component
public class DeliveredPanel {
    private static final int NEWEST = 5;

    private final Contributions contributions;
    private final People people;
    private final Fragments fragments;

    DeliveredPanel(Contributions contributions, People people, Fragments fragments) {
        this.contributions = contributions;
        this.people = people;
        this.fragments = fragments;
    }

    public Content of(Here here, Subject idea) {
        List<Contribution> newest = contributions.of(idea, 0, NEWEST).items();
        Names names = Names.of(people, newest.stream().map(Contribution::member).toList());
        return fragments.of("effort/delivered", new Delivered(here, idea, newest, names));
    }

    record Delivered(Here here, Subject idea, List<Contribution> newest, Names names) {}
}
