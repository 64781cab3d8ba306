package mainline.decisions;

import java.util.ArrayList;
import java.util.List;
import mainline.community.Audience;
import mainline.community.Hearers;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

@Component
class UnvotedHear implements Hearers<Audience.Unvoted> {
    private final DecisionStore decisions;
    private final BallotStore ballots;
    private final Electorate electorate;

    UnvotedHear(DecisionStore decisions, BallotStore ballots, Electorate electorate) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.electorate = electorate;
    }

    @Override
    public Class<Audience.Unvoted> audience() {
        return Audience.Unvoted.class;
    }

    @Override
    public List<PersonId> some(CommunityId community, Audience.Unvoted audience, long after, int most) {
        Decision decision = decisions.find(audience.decision()).orElseThrow();
        List<PersonId> some = new ArrayList<>();
        long last = after;
        while (some.size() < most) {
            List<PersonId> roll = ballots.roll(audience.decision(), last, most);
            for (PersonId person : roll)
                if (some.size() < most && !electorate.hasVoted(decision, person)) some.add(person);
            if (roll.size() < most) break;
            last = roll.getLast().value();
        }
        return some;
    }
}
