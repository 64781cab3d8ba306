package mainline.stewardship;

import java.util.List;
import mainline.community.Names;
import mainline.interests.Declared;
import mainline.interests.DeclaredElsewhere;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.people.People;
import org.springframework.stereotype.Component;

/** What people gain by those whom they nominated, once the nominee has accepted: before, nobody else knows of it. */
@Component
class NominationInterests implements DeclaredElsewhere {
    private final NominationStore store;
    private final People people;

    NominationInterests(NominationStore store, People people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public List<Declared> by(CommunityId community, PersonId person, int most) {
        List<Nomination> all = store.withInterest(community, person, most);
        if (all.isEmpty()) return List.of();
        Names names = Names.of(people, all.stream().map(Nomination::nominee).toList());
        return all.stream()
                .map(each -> new Declared(
                        person,
                        Declared.Act.NOMINATION,
                        each.subject(),
                        names.name(each.nominee()),
                        each.interest(),
                        each.at()))
                .toList();
    }
}
