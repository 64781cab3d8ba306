package mainline.decisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The ballots of a round until they are counted, open or secret. */
@Component
class BallotBox {
    private final BallotStore ballots;
    private final OpenBox openBox;
    private final SecretStore secrets;

    BallotBox(BallotStore ballots, OpenBox openBox, SecretStore secrets) {
        this.ballots = ballots;
        this.openBox = openBox;
        this.secrets = secrets;
    }

    /** Takes all ballots out, once, and publishes them; in the order of their receipts, which are random. */
    List<BallotStore.Row> open(Decision decision) {
        List<BallotStore.Row> cast = cast(decision);
        ballots.publish(decision.subject(), cast);
        openBox.show(
                decision,
                cast.stream()
                        .map(BallotStore.Row::voter)
                        .filter(Objects::nonNull)
                        .toList());
        ballots.forget(decision.subject(), decision.round());
        secrets.forgetBoxes(decision.subject(), decision.round());
        return cast;
    }

    /** Leaves no trace of who cast which secret ballot; after the transaction that opened the box. */
    void sweep() {
        secrets.sweep();
    }

    private List<BallotStore.Row> cast(Decision decision) {
        List<BallotStore.Row> rows = new ArrayList<>();
        if (decision.secret())
            for (String ballot : secrets.all(decision.subject(), decision.round())) {
                int space = ballot.indexOf(' ');
                rows.add(new BallotStore.Row(0, ballot.substring(0, space), ballot.substring(space + 1), null, ""));
            }
        else rows.addAll(ballots.open(decision.subject(), decision.round()));
        rows.sort(Comparator.comparing(BallotStore.Row::receipt));
        return rows;
    }
}
