package mainline.interests;

import gg.jte.Content;
import java.util.List;
import mainline.community.Here;
import mainline.community.Names;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import mainline.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is declared with an act, for the page of what it was done to. */
@Component
public class InterestsView {
    private final Interests interests;
    private final People people;
    private final Fragments fragments;

    InterestsView(Interests interests, People people, Fragments fragments) {
        this.interests = interests;
        this.people = people;
        this.fragments = fragments;
    }

    /** @param counts whether the act counts all the same */
    record Show(Here here, List<Declared> all, Names names, boolean counts) {}

    /** @return null when nothing is declared */
    public @Nullable Content of(Here here, Subject subject, Declared.Act act) {
        List<Declared> all = interests.of(subject, act);
        if (all.isEmpty()) return null;
        Names names = Names.of(people, all.stream().map(Declared::person).toList());
        return fragments.of("interests/said", new Show(here, all, names, act != Declared.Act.CONFIRMATION));
    }
}
