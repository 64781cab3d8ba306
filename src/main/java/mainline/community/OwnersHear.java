package mainline.community;

import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

@Component
class OwnersHear implements Hearers<Audience.Owners> {
    private final Belongings belongings;

    OwnersHear(Belongings belongings) {
        this.belongings = belongings;
    }

    @Override
    public Class<Audience.Owners> audience() {
        return Audience.Owners.class;
    }

    @Override
    public List<PersonId> some(CommunityId community, Audience.Owners audience, long after, int most) {
        return belongings.owners(audience.subject()).stream()
                .filter(person -> person.value() > after)
                .limit(most)
                .toList();
    }
}
