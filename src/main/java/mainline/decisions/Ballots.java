package mainline.decisions;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import mainline.community.Member;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Sha256;
import mainline.kernel.Subject;
import mainline.platform.Channel;
import mainline.platform.Movement;
import mainline.tally.Ballot;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes votes, and shows them once a decision is closed. Before that nobody learns how anybody voted or what the count is: there
 * is no way to ask.
 */
@Component
public class Ballots {
    private static final int NONCE_BYTES = 16;
    private static final int LONGEST_REASON = 2000;
    private static final int FEWEST_NAMED = 3;

    private final DecisionStore decisions;
    private final BallotStore store;
    private final SecretBox secretBox;
    private final OpenBox openBox;
    private final Electorate electorate;
    private final Closing closing;
    private final TransactionOperations transaction;
    private final Channel channel;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ballots(
            DecisionStore decisions,
            BallotStore store,
            SecretBox secretBox,
            OpenBox openBox,
            Electorate electorate,
            Closing closing,
            TransactionOperations transaction,
            Channel channel,
            Clock clock) {
        this.decisions = decisions;
        this.store = store;
        this.secretBox = secretBox;
        this.openBox = openBox;
        this.electorate = electorate;
        this.closing = closing;
        this.transaction = transaction;
        this.channel = channel;
        this.clock = clock;
    }

    /** What a ballot page carries, new at each showing: sent twice, it still casts one ballot. */
    public String nonce(Decision decision) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "." + decision.round();
    }

    /**
     * Casts or, where ballots are open, changes a ballot.
     *
     * @param said published with an open ballot; not kept with a secret one
     * @param nonce from {@link #nonce}, as the page was shown
     * @throws Refused for {@code ballot}, {@code reason}, {@code interest}, or as a whole: not on the roll, over, voted before, or
     *     asked anew since
     */
    public Receipt cast(Member voter, Subject subject, Ballot ballot, Said said, String nonce) {
        Receipt receipt = transaction.execute(status -> take(voter, subject, ballot, said, nonce));
        closing.closeIfAllVoted(subject);
        return receipt;
    }

    public Receipt cast(Member voter, Subject subject, Ballot ballot, String reason, String nonce) {
        return cast(voter, subject, ballot, new Said(reason, ""), nonce);
    }

    private Receipt take(Member voter, Subject subject, Ballot ballot, Said said, String nonce) {
        Decision decision = held(subject);
        if (decision.stage() instanceof Stage.Announced) throw Refused.because("", "decision.announced");
        int shard = electorate
                .shard(decision, voter.person())
                .orElseThrow(() -> Refused.because("", "decision.not-on-roll"));
        if (!decision.method().isCounted()) throw Refused.because("", "decision.not-counted");
        if (!nonce.matches("[\\w-]{16,64}\\.\\d{1,9}")) throw Refused.because("", "decision.nonce-odd");
        String code = receipt(decision, nonce);
        if (!decision.takesBallots(clock.instant())) {
            // An answer that was lost on its way, just before the close.
            if (store.published(subject, code).isPresent()) return new Receipt(code, true);
            throw Refused.because("", "decision.over");
        }
        if (!nonce.endsWith("." + decision.round())) throw Refused.because("", "decision.asked-anew");
        BallotCodec.check(decision, ballot);
        new Refused.Check().optional(said.reason(), "reason", LONGEST_REASON).orRefuse();
        String choice = BallotCodec.write(ballot);
        if (decision.secret()) return secretBox.put(decision, shard, voter.person(), code, choice);
        Receipt receipt = openBox.put(decision, voter.person(), code, choice, said.tidy());
        // Of a secret ballot nothing is told, not even that there is one more.
        if (namesVoters(decision)) channel.tell(new Movement(subject, "ballot.cast"));
        return receipt;
    }

    /** Once it is over nobody holds it any more: many who come late would keep the closing waiting. */
    private Decision held(Subject subject) {
        Decision decision = decisions.find(subject).orElseThrow(() -> new Missing("decision " + subject.number()));
        if (!decision.takesBallots(clock.instant())) return decision;
        decisions.share(subject);
        return decisions.find(subject).orElseThrow();
    }

    private static String receipt(Decision decision, String nonce) {
        String digest = Sha256.hex(decision.poll().lot() + " " + nonce);
        return digest.substring(0, 2 * NONCE_BYTES);
    }

    /** The person's own ballot while it can be changed; a secret one is shown to nobody. */
    public Optional<OwnBallot> own(Decision decision, PersonId person) {
        if (decision.secret() || !(decision.stage() instanceof Stage.Open)) return Optional.empty();
        return openBox.own(decision, person);
    }

    public boolean hasVoted(Decision decision, PersonId person) {
        return electorate.hasVoted(decision, person);
    }

    /** Whether a member can vote now, and if not why. */
    public Voting voting(Decision decision, PersonId person) {
        if (!decision.method().isCounted()) return Voting.NOT_COUNTED;
        if (decision.stage() instanceof Stage.Announced) return Voting.NOT_YET;
        if (!decision.takesBallots(clock.instant())) return Voting.OVER;
        if (!electorate.isOnRoll(decision, person)) return Voting.NOT_ON_ROLL;
        if (!electorate.hasVoted(decision, person)) return Voting.MAY_VOTE;
        return decision.secret() ? Voting.HAS_VOTED : Voting.MAY_CHANGE;
    }

    /** Open decisions that wait for this member's ballot, the first to end first. */
    public List<Decision> waitingFor(Member member, int most) {
        return decisions.unvoted(member, Method.COUNTED, clock.instant(), most);
    }

    /** Open decisions of these methods on whose roll this member is, whether or not they have voted. */
    public List<Decision> openTo(Member member, Set<Method> methods, int most) {
        return decisions.on(member, methods, clock.instant(), most);
    }

    /**
     * Who has voted, by number, from the one after {@code after} (0 for the start); nothing until the quorum, or else half of the
     * roll, has voted, and never fewer than three.
     */
    public Optional<Paged<PersonId>> voters(Decision decision, long after, int size) {
        if (!namesVoters(decision)) return Optional.empty();
        return Optional.of(Paged.of(electorate.voters(decision, after, size + 1), size, PersonId::value));
    }

    /** How many have voted so far, from the moment on that it may be told who. */
    public OptionalInt turnout(Decision decision) {
        return namesVoters(decision) ? OptionalInt.of(electorate.voted(decision)) : OptionalInt.empty();
    }

    private boolean namesVoters(Decision decision) {
        if (!decision.method().isCounted()) return false;
        int quorum = decision.terms().quorum();
        int enough = Math.max(FEWEST_NAMED, quorum > 0 ? quorum : (decision.eligible() + 1) / 2);
        return electorate.voted(decision) >= enough;
    }

    /** Who may vote, by number, from the one after {@code after} (0 for the start). */
    public Paged<PersonId> roll(Decision decision, long after, int size) {
        return Paged.of(store.roll(decision.subject(), after, size + 1), size, PersonId::value);
    }

    /** The ballots of a closed decision in the order of their receipts, after that place (0 for the start); else none. */
    public Paged<PublishedBallot> published(Decision decision, long after, int size) {
        return Paged.of(store.published(decision.subject(), after, size + 1), size, row -> Long.valueOf(row.place()))
                .map(row -> published(decision, row));
    }

    /** The published ballot with that receipt, however it is typed. */
    public Optional<PublishedBallot> published(Decision decision, String receipt) {
        String code = receipt.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
        return store.published(decision.subject(), code).map(row -> published(decision, row));
    }

    static PublishedBallot published(Decision decision, BallotStore.Row row) {
        return new PublishedBallot(
                row.place(),
                row.receipt(),
                BallotCodec.read(decision.method(), row.choice()),
                row.voter(),
                row.reason());
    }
}
