package mainline.record;

import java.time.Clock;
import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.platform.Settings;
import mainline.proof.Checkpoint;
import mainline.proof.Malformed;
import mainline.proof.MerkleTree;
import mainline.proof.Signer;
import mainline.proof.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** This installation as a witness of logs elsewhere: it cosigns what continues all that it has seen of a log, and nothing else. */
@Component
class Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    /** What the log hears, in the terms of C2SP tlog-witness. */
    sealed interface Reply {
        /** @param line ends with a line end */
        record Cosigned(String line) implements Reply {}

        record Malformed(String why) implements Reply {}

        record UnknownLog() implements Reply {}

        record NotSigned() implements Reply {}

        /** The witness holds another size than the log believes, or another tree of that size. */
        record OtherSize(long held) implements Reply {}

        record NotContinued() implements Reply {}
    }

    private final WitnessStore store;
    private final Settings settings;
    private final Clock clock;

    Witness(WitnessStore store, Settings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** The key by which our cosignatures are checked. */
    @Transactional
    public VerifierKey key() {
        return self().cosigningKey();
    }

    public List<KnownLog> logs() {
        return store.logs();
    }

    /** @throws Refused for the field {@code log} */
    @Transactional
    public void know(String key, PersonId by) {
        VerifierKey log = Keys.read("log", key, VerifierKey.ED25519);
        if (!store.addLog(log, by, clock.instant())) throw Refused.because("log", "record.witness.known");
    }

    /** Cosigns nothing more of that log. */
    @Transactional
    public void forget(long log) {
        store.removeLog(log);
    }

    /** Looks at what a log sends; the row of the log is locked, so that of two trees of one size only one is ever cosigned. */
    @Transactional
    public Reply look(String text) {
        Submission sent;
        Checkpoint checkpoint;
        try {
            sent = Submission.parse(text);
            checkpoint = sent.checkpoint();
        } catch (Malformed e) {
            return new Reply.Malformed(String.valueOf(e.getMessage()));
        }
        KnownLog log = store.lock(checkpoint.origin()).orElse(null);
        if (log == null) return new Reply.UnknownLog();
        if (!sent.note().isSignedBy(log.key())) return new Reply.NotSigned();
        if (sent.old() > checkpoint.size()) return new Reply.Malformed("the old size is the larger one");
        if (sent.old() != log.size()) return new Reply.OtherSize(log.size());
        if (log.size() == checkpoint.size() && !log.root().equals(checkpoint.root())) {
            LOG.warn("{} has signed two trees of {} entries", log.key().name(), log.size());
            return new Reply.OtherSize(log.size());
        }
        if (!continues(log, sent, checkpoint)) {
            LOG.warn("{} does not show that {} entries continue {}", log.key().name(), checkpoint.size(), log.size());
            return new Reply.NotContinued();
        }
        store.saw(checkpoint, clock.instant());
        return new Reply.Cosigned(self().cosign(checkpoint, clock.instant()).line() + "\n");
    }

    /** Everything continues the empty tree. */
    private static boolean continues(KnownLog log, Submission sent, Checkpoint checkpoint) {
        return log.size() == 0
                ? sent.proof().isEmpty()
                : MerkleTree.continues(log.root(), log.size(), checkpoint.root(), checkpoint.size(), sent.proof());
    }

    private Signer self() {
        String address = settings.baseUrl().toString().replaceFirst("^[a-z]+://", "");
        return store.self(address.replaceAll("[+\\s]", "-") + "/witness", clock.instant());
    }
}
