package mainline.interests;

import gg.jte.Content;
import java.util.List;
import mainline.community.Here;
import mainline.community.MemberPanel;
import mainline.look.Fragments;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a person's page: what they declared with what they did here. */
@Component
@Order(60)
class InterestsPanel implements MemberPanel {
    private static final int MOST = 50;

    private final Interests interests;
    private final Fragments fragments;

    InterestsPanel(Interests interests, Fragments fragments) {
        this.interests = interests;
        this.fragments = fragments;
    }

    record Show(Here here, List<Declared> all) {}

    @Override
    public @Nullable Content of(Person person, Here here) {
        List<Declared> all = interests.by(here.id(), person.id(), MOST);
        return all.isEmpty() ? null : fragments.of("interests/person", new Show(here, all));
    }
}
