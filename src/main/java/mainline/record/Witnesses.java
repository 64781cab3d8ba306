package mainline.record;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.platform.Job;
import mainline.platform.Outbound;
import mainline.proof.Checkpoint;
import mainline.proof.Cosignature;
import mainline.proof.Hash;
import mainline.proof.Malformed;
import mainline.proof.MerkleTree;
import mainline.proof.Note;
import mainline.proof.Tiles;
import mainline.proof.VerifierKey;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The witnesses of our own logs: who they are, and asking them. */
@Component
class Witnesses {
    private static final String SIZE = "text/x.tlog.size";
    private static final int LONGEST_ANSWER = 64 << 10;
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final WitnessStore store;
    private final LogStore logs;
    private final Outbound outbound;
    private final PublicRecord record;
    private final Communities communities;
    private final Clock clock;

    Witnesses(
            WitnessStore store,
            LogStore logs,
            Outbound outbound,
            PublicRecord record,
            Communities communities,
            Clock clock) {
        this.store = store;
        this.logs = logs;
        this.outbound = outbound;
        this.record = record;
        this.communities = communities;
        this.clock = clock;
    }

    public List<OtherWitness> all() {
        return store.witnesses();
    }

    /** Each community is told. @throws Refused for the fields {@code key} and {@code url} */
    @Transactional
    public void add(String key, String url, PersonId by) {
        VerifierKey witness = Keys.read("key", key, VerifierKey.COSIGNATURE);
        if (!isAddress(url)) throw Refused.because("url", "record.witness.no-address");
        String base = url.strip().replaceFirst("/+$", "");
        if (!store.addWitness(witness, base, by, clock.instant())) throw Refused.because("key", "record.witness.known");
        tell(RecordVerb.OPERATOR_WITNESS_ADDED, by, witness.name());
    }

    @Transactional
    public void remove(long id, PersonId by) {
        store.removeWitness(id)
                .ifPresent(gone ->
                        tell(RecordVerb.OPERATOR_WITNESS_REMOVED, by, gone.key().name()));
    }

    private void tell(Verb verb, PersonId by, String name) {
        for (Community each : communities.all())
            record.add(Act.by(by, verb, new Subject(each.id(), Subject.Kind.COMMUNITY, 0), each.name(), name));
    }

    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url.strip());
            return url.length() <= 2000
                    && String.valueOf(address.getScheme()).matches("https?")
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Shows every witness the newest checkpoints that it has not seen; one that does not answer is left for the next time. */
    void ask() {
        Set<Long> silent = new HashSet<>();
        for (WitnessStore.Unseen each : store.unseen()) {
            if (!isOpen(each.community())) continue;
            if (silent.contains(each.witness().id())) continue;
            String problem = null;
            try {
                ask(each, each.held(), true);
            } catch (IOException | Malformed e) {
                String why = String.valueOf(e.getMessage());
                problem = why.substring(0, Math.min(why.length(), 300));
                if (e instanceof IOException) silent.add(each.witness().id());
            }
            store.tried(each.witness(), problem, clock.instant());
        }
    }

    /** A checkpoint tells whom it is shown that there is such a community. */
    private boolean isOpen(CommunityId community) {
        return communities
                .find(community)
                .filter(found -> !found.isForMembersOnly())
                .isPresent();
    }

    /** @param again whether the witness may correct the size that it holds */
    private void ask(WitnessStore.Unseen asked, long held, boolean again) throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(asked.note().text());
        if (held > checkpoint.size())
            throw new Malformed("it has seen " + held + " entries, more than the " + checkpoint.size() + " there are");
        Submission submission = new Submission(held, proof(asked.community(), held, checkpoint), asked.note());
        Outbound.Answer answer = outbound.post(
                URI.create(asked.witness().url() + "/add-checkpoint"),
                "text/plain; charset=utf-8",
                submission.text().getBytes(StandardCharsets.UTF_8),
                LONGEST_ANSWER);
        if (answer.status() == 200) keep(asked, checkpoint, answer.text());
        else if (answer.status() == 409 && answer.type().startsWith(SIZE) && again)
            ask(asked, size(answer.text(), held), false);
        else throw new Malformed("it answered " + answer.status());
    }

    private List<Hash> proof(CommunityId community, long held, Checkpoint checkpoint) {
        if (held == 0 || held == checkpoint.size()) return List.of();
        long size = checkpoint.size();
        return MerkleTree.consistency(
                held,
                size,
                new Tiles(
                        size,
                        tile -> logs.hashes(community, tile)
                                .orElseThrow(() -> new Malformed("our own log lacks " + tile.path()))));
    }

    private static long size(String text, long held) {
        if (!text.matches("(0|[1-9]\\d{0,17})\n")) throw new Malformed("it answered with a size that is none");
        long size = Long.parseLong(text.strip());
        if (size == held) throw new Malformed("it has seen another tree of " + held + " entries");
        return size;
    }

    /** Only a good cosignature of that witness is kept; other lines do not matter. */
    private void keep(WitnessStore.Unseen asked, Checkpoint checkpoint, String lines) {
        VerifierKey key = asked.witness().key();
        List<Note.Signature> own = Arrays.stream(lines.split("\n", 100))
                .filter(line -> line.startsWith("\u2014 " + key.name() + " "))
                .map(Note.Signature::parse)
                .toList();
        for (Note.Signature line : own) {
            Instant at = Cosignature.time(new Note(asked.note().text(), List.of(line)), key)
                    .orElse(null);
            if (at == null || at.isAfter(clock.instant().plus(AHEAD))) continue;
            store.seen(asked, checkpoint.size(), line, at);
            return;
        }
        throw new Malformed("it answered without a good cosignature");
    }

    @Bean
    static Job askWitnesses(Witnesses witnesses) {
        return new Job("ask-witnesses", Duration.ofMinutes(1), witnesses::ask);
    }
}
