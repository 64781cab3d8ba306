package mainline.decisions;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/**
 * Keeps secret ballots so that none can be rejoined to its voter: a box is one row of many ballots in the order of their random
 * receipts, and who voted is one row of many names. Both are written anew as a whole, so neither place nor age tells anything.
 */
@Component
class SecretBox {
    private final SecretStore store;
    private final SecureRandom random = new SecureRandom();

    SecretBox(SecretStore store) {
        this.store = store;
    }

    /** Always the part of the roll first, then a box, then the first box: whoever holds one waits only for later ones. */
    Receipt put(Decision decision, int shard, PersonId voter, String receipt, String choice) {
        Subject subject = decision.subject();
        int round = decision.round();
        List<Long> voted = store.holdVoted(subject, round, shard);
        boolean known = store.find(subject, round, receipt).isPresent();
        if (voted.contains(voter.value())) {
            if (known) return new Receipt(receipt, true);
            throw Refused.because("", "decision.voted-already");
        }
        if (known) throw Refused.because("", "decision.nonce-odd");
        List<Long> more = new ArrayList<>(voted);
        more.add(voter.value());
        Collections.sort(more);
        store.voted(subject, round, shard, more);
        List<Integer> boxes = store.boxes(subject, round);
        add(subject, round, boxes.get(random.nextInt(boxes.size())), receipt + " " + choice);
        return new Receipt(receipt, false);
    }

    private void add(Subject subject, int round, int box, String ballot) {
        List<String> ballots = new ArrayList<>(store.holdBox(subject, round, box));
        ballots.add(ballot);
        if (ballots.size() > Electorate.TOGETHER) {
            Collections.shuffle(ballots, random);
            int half = ballots.size() / 2;
            if (box != 0) store.holdBox(subject, round, 0);
            int next = store.boxes(subject, round).getLast() + 1;
            store.addBox(subject, round, next, sorted(ballots.subList(half, ballots.size())));
            ballots = ballots.subList(0, half);
        }
        store.putBox(subject, round, box, sorted(ballots));
    }

    private static List<String> sorted(List<String> ballots) {
        return ballots.stream().sorted().toList();
    }
}
