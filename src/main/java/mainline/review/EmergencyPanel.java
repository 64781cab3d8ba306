package mainline.review;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.changes.Change;
import mainline.changes.ChangeLook;
import mainline.changes.ChangePanel;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.look.Fragments;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a change that cannot wait: who says so. On one that was merged like that, for ever: by whom, why, and what was left out. */
@Component
@Order(1)
class EmergencyPanel implements ChangePanel {
    private final Emergencies emergencies;
    private final People people;
    private final Fragments fragments;

    EmergencyPanel(Emergencies emergencies, People people, Fragments fragments) {
        this.emergencies = emergencies;
        this.people = people;
        this.fragments = fragments;
    }

    record Show(
            Here here,
            Change change,
            List<EmergencyStore.Call> calls,
            EmergencyStore.@Nullable Merge merge,
            Map<PersonId, Person> people,
            boolean mayCall,
            boolean mayReview) {}

    @Override
    public @Nullable Content of(ChangeLook look) {
        Change change = look.change();
        Here here = look.here();
        Optional<EmergencyStore.Merge> merge =
                change.state() instanceof Change.Merged ? emergencies.merge(change.subject()) : Optional.empty();
        if (!change.isOpen() && merge.isEmpty()) return null;
        List<EmergencyStore.Call> calls = emergencies.calls(change);
        boolean mayCall = here.isMember() && emergencies.mayCall(here.member(), change);
        if (change.isOpen() && calls.isEmpty() && !mayCall) return null;
        List<PersonId> named =
                new ArrayList<>(calls.stream().map(EmergencyStore.Call::by).toList());
        merge.map(EmergencyStore.Merge::reviewer).ifPresent(named::add);
        boolean mayReview = here.isMember()
                && merge.filter(one -> emergencies.mayReview(here.member(), change, one))
                        .isPresent();
        return fragments.of(
                "review/emergencypanel",
                new Show(here, change, calls, merge.orElse(null), people.all(named), mayCall, mayReview));
    }
}
