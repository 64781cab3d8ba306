package mainline.decisions;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import mainline.community.TookPart;
import mainline.interests.Declared;
import mainline.interests.Interests;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps open ballots, each under its voter's name, who can change it until the end. */
@Component
class OpenBox {
    private final BallotStore store;
    private final Interests interests;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OpenBox(BallotStore store, Interests interests, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.interests = interests;
        this.clock = clock;
        this.events = events;
    }

    Receipt put(Decision decision, PersonId voter, String receipt, String choice, Said said) {
        Subject subject = decision.subject();
        int round = decision.round();
        boolean again =
                store.receipt(subject, round, voter).filter(receipt::equals).isPresent();
        store.put(subject, round, voter, receipt, choice, said.reason(), clock.instant());
        interests.keep(voter, Declared.Act.VOTE, subject, decision.question(), said.interest());
        // Not with a secret ballot: when somebody began to follow would tell when they voted.
        events.publishEvent(new TookPart(voter, subject));
        return new Receipt(receipt, again);
    }

    Optional<OwnBallot> own(Decision decision, PersonId voter) {
        return store.own(decision, voter).map(own -> own.gaining(interest(decision, voter)));
    }

    private String interest(Decision decision, PersonId voter) {
        return interests.own(voter, Declared.Act.VOTE, decision.subject()).orElse("");
    }

    /** Whoever voted shows with the ballot what they declared with it. */
    void show(Decision decision, List<PersonId> voters) {
        interests.show(Declared.Act.VOTE, decision.subject(), voters);
    }
}
