package mainline.handbook;

import java.util.Comparator;
import java.util.List;
import mainline.community.Audience;
import mainline.community.Hearers;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

@Component
class StewardsHear implements Hearers<Audience.Stewards> {
    private final Stewards stewards;

    StewardsHear(Stewards stewards) {
        this.stewards = stewards;
    }

    @Override
    public Class<Audience.Stewards> audience() {
        return Audience.Stewards.class;
    }

    @Override
    public List<PersonId> some(CommunityId community, Audience.Stewards audience, long after, int most) {
        return stewards.overseeing(community, audience.path()).stream()
                .map(Steward::person)
                .filter(person -> person.value() > after)
                .distinct()
                .sorted(Comparator.comparingLong(PersonId::value))
                .limit(most)
                .toList();
    }
}
