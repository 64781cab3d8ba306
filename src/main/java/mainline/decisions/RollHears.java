package mainline.decisions;

import java.util.List;
import mainline.community.Audience;
import mainline.community.Hearers;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

@Component
class RollHears implements Hearers<Audience.Roll> {
    private final BallotStore ballots;

    RollHears(BallotStore ballots) {
        this.ballots = ballots;
    }

    @Override
    public Class<Audience.Roll> audience() {
        return Audience.Roll.class;
    }

    @Override
    public List<PersonId> some(CommunityId community, Audience.Roll audience, long after, int most) {
        return ballots.roll(audience.decision(), after, most);
    }
}
