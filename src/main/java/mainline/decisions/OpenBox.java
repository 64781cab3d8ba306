package mainline.decisions;

import java.time.Clock;
import java.util.Optional;
import mainline.community.TookPart;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps open ballots, each under its voter's name, who can change it until the end. */
@Component
class OpenBox {
    private final BallotStore store;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OpenBox(BallotStore store, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    Receipt put(Decision decision, PersonId voter, String receipt, String choice, String reason) {
        Subject subject = decision.subject();
        int round = decision.round();
        boolean again =
                store.receipt(subject, round, voter).filter(receipt::equals).isPresent();
        store.put(subject, round, voter, receipt, choice, reason, clock.instant());
        // Not with a secret ballot: when somebody began to follow would tell when they voted.
        events.publishEvent(new TookPart(voter, subject));
        return new Receipt(receipt, again);
    }

    Optional<OwnBallot> own(Decision decision, PersonId voter) {
        return store.own(decision, voter);
    }
}
