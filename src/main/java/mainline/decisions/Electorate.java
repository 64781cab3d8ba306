package mainline.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Who may vote on a decision and who has, whether ballots are open or secret. */
@Component
public class Electorate {
    /** So many voters share a row, and so many secret ballots. */
    static final int TOGETHER = 512;

    private static final int CHUNK = 1000;

    private final BallotStore ballots;
    private final SecretStore secrets;

    Electorate(BallotStore ballots, SecretStore secrets) {
        this.ballots = ballots;
        this.secrets = secrets;
    }

    void enrol(Decision decision, List<PersonId> roll) {
        ballots.enrol(decision.subject(), roll, shards(decision));
        if (decision.secret()) secrets.prepare(decision.subject(), decision.round(), shards(decision));
    }

    /** Takes somebody on the roll who joined later, and reckons anew what it takes. The caller holds the decision. */
    void admit(Decision decision, PersonId person) {
        int shard = (int) (person.value() % shards(decision));
        int eligible = decision.eligible() + 1;
        ballots.admit(
                decision.subject(), shard, person, eligible, decision.terms().of(decision.method(), eligible));
    }

    private static int shards(Decision decision) {
        return 1 + (decision.poll().enrolled() - 1) / TOGETHER;
    }

    public boolean isOnRoll(Decision decision, PersonId person) {
        return shard(decision, person).isPresent();
    }

    /** In which row of the roll somebody is; nothing for who is not on it. */
    Optional<Integer> shard(Decision decision, PersonId person) {
        int shard = (int) (person.value() % shards(decision));
        return ballots.isOnRoll(decision.subject(), shard, person) ? Optional.of(shard) : Optional.empty();
    }

    boolean hasVoted(Decision decision, PersonId person) {
        if (!decision.secret())
            return ballots.receipt(decision.subject(), decision.round(), person).isPresent();
        return shard(decision, person)
                .map(shard -> secrets.hasVoted(decision.subject(), decision.round(), shard, person))
                .orElse(false);
    }

    int voted(Decision decision) {
        return decision.secret()
                ? secrets.voted(decision.subject(), decision.round())
                : ballots.voted(decision.subject(), decision.round());
    }

    List<PersonId> voters(Decision decision, long after, int most) {
        return decision.secret()
                ? secrets.voters(decision.subject(), decision.round(), after, most)
                : ballots.voters(decision.subject(), decision.round(), after, most);
    }

    List<PersonId> voters(Decision decision) {
        return all(after -> voters(decision, after, CHUNK));
    }

    public List<PersonId> roll(Decision decision) {
        return all(after -> ballots.roll(decision.subject(), after, CHUNK));
    }

    private static List<PersonId> all(Function<Long, List<PersonId>> chunks) {
        List<PersonId> all = new ArrayList<>();
        for (List<PersonId> some = chunks.apply(0L);
                !some.isEmpty();
                some = chunks.apply(some.getLast().value())) {
            all.addAll(some);
            if (some.size() < CHUNK) break;
        }
        return all;
    }

    /** Throws the ballots of this round away and makes ready for the next. */
    void askAgain(Decision decision) {
        forget(decision);
        if (decision.secret()) secrets.prepare(decision.subject(), decision.round() + 1, shards(decision));
    }

    void forget(Decision decision) {
        ballots.forget(decision.subject(), decision.round());
        secrets.forgetBoxes(decision.subject(), decision.round());
        secrets.forgetVoted(decision.subject(), decision.round());
    }
}
