package mainline.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Settings;
import mainline.proof.Checkpoint;
import mainline.proof.Hash;
import mainline.proof.Leaf;
import mainline.proof.LogRow;
import mainline.proof.MerkleTree;
import mainline.proof.Note;
import mainline.proof.Signer;
import mainline.proof.Tile;
import mainline.proof.Tiles;
import mainline.proof.VerifierKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The record of each community as a log that anyone can check: a tree over its entries and signed checkpoints of it. */
@Component
public class Log {
    /** So many entries go into the tree in one transaction at most. */
    static final int TOGETHER = 2_000;

    private final LogStore store;
    private final List<WitnessedBy> witnesses;
    private final Settings settings;
    private final Clock clock;

    Log(LogStore store, List<WitnessedBy> witnesses, Settings settings, Clock clock) {
        this.store = store;
        this.witnesses = witnesses;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Puts entries that wait into the tree, and signs the tree once none waits any more.
     *
     * @return how many; {@link #TOGETHER} when there may be more, 0 also when somebody else is doing it
     */
    @Transactional
    public int append(CommunityId community) {
        store.begin(community, origin(community), clock.instant());
        Optional<LogHead> log = store.lock(community);
        if (log.isEmpty()) return 0;
        LogHead head = log.get();
        List<LogStore.Waiting> taken = store.take(community, TOGETHER);
        if (!taken.isEmpty()) grow(community, head, taken);
        if (taken.size() < TOGETHER) sign(community, new LogHead(head.origin(), head.size() + taken.size()));
        return taken.size();
    }

    private void grow(CommunityId community, LogHead head, List<LogStore.Waiting> taken) {
        Map<PersonId, byte[]> keys = store.keys(community, people(taken));
        List<Long> ids = new ArrayList<>();
        List<String> leaves = new ArrayList<>();
        List<Hash> hashes = new ArrayList<>();
        for (LogStore.Waiting each : taken) {
            Leaf leaf = leaf(community, head.origin(), head.size() + ids.size(), each, keys);
            ids.add(each.entry().id());
            leaves.add(leaf.text());
            hashes.add(leaf.hash());
        }
        store.addLeaves(community, head.size(), ids, leaves);
        extend(community, 0, head.size(), hashes);
        store.grow(community, head.size() + taken.size());
    }

    private static Set<PersonId> people(List<LogStore.Waiting> taken) {
        return taken.stream()
                .flatMap(each -> {
                    Act act = each.entry().act();
                    PersonId about = Leaves.isAboutPerson(act.subject())
                            ? new PersonId(act.subject().number())
                            : null;
                    return Stream.of(act.by(), about).filter(Objects::nonNull);
                })
                .collect(Collectors.toSet());
    }

    private Leaf leaf(
            CommunityId community, String origin, long seq, LogStore.Waiting waiting, Map<PersonId, byte[]> keys) {
        Entry entry = waiting.entry();
        Act act = entry.act();
        Long target = act.subject().kind() == Subject.Kind.ENTRY
                ? store.seq(community, act.subject().number()).orElse(null)
                : null;
        LogRow.Told told = Leaves.told(entry, target);
        String subject = told.subject() == null
                ? pseudonym(keys, new PersonId(act.subject().number()), origin)
                : told.subject();
        String actor = act.by() == null ? "" : pseudonym(keys, act.by(), origin);
        Hash body = Leaves.opened(entry, waiting.salt()).hash();
        return new Leaf(seq, told.time(), told.type(), actor, subject, body);
    }

    private static String pseudonym(Map<PersonId, byte[]> keys, PersonId person, String origin) {
        return Leaves.pseudonym(Objects.requireNonNull(keys.get(person)), origin);
    }

    /** Adds hashes to the tiles of a level, and what is full by that to the level above. */
    private void extend(CommunityId community, int level, long first, List<Hash> hashes) {
        List<Hash> above = new ArrayList<>();
        for (int done = 0; done < hashes.size(); ) {
            long number = (first + done) / Tile.FULL;
            int there = (int) ((first + done) % Tile.FULL);
            int more = Math.min(Tile.FULL - there, hashes.size() - done);
            ByteArrayOutputStream tile = new ByteArrayOutputStream();
            if (there > 0) tile.writeBytes(hashes(community, new Tile(level, number, there)));
            hashes.subList(done, done + more).forEach(hash -> tile.writeBytes(hash.bytes()));
            store.put(community, level, number, tile.toByteArray());
            if (there + more == Tile.FULL) above.add(Tiles.over(tile.toByteArray()));
            done += more;
        }
        if (!above.isEmpty()) extend(community, level + 1, first / Tile.FULL, above);
    }

    private void sign(CommunityId community, LogHead head) {
        if (store.newest(community).map(LogStore.Signed::size).orElse(0L) >= head.size()) return;
        Checkpoint checkpoint =
                new Checkpoint(head.origin(), head.size(), MerkleTree.root(head.size(), tree(community, head.size())));
        store.sign(
                community,
                head.size(),
                clock.instant(),
                signer(head.origin()).sign(checkpoint).whole());
    }

    /** It never changes, whatever becomes of the address and the community's name. */
    private String origin(CommunityId community) {
        String address = settings.baseUrl().toString().replaceFirst("^[a-z]+://", "");
        return address.replaceAll("[+\\s]", "-") + "/record/" + community.value();
    }

    /** Nothing before the first entry is in the tree. */
    public Optional<LogHead> head(CommunityId community) {
        return store.head(community);
    }

    /** The key by which the checkpoints of this log are checked; nothing before it has begun. */
    public Optional<VerifierKey> key(CommunityId community) {
        return head(community).map(head -> signer(head.origin()).key());
    }

    /** Signs with the installation's key under that name. */
    public Signer signer(String name) {
        return new Signer(name, store.signer(clock.instant()));
    }

    /** The newest checkpoint, with the signatures of all who have seen it. */
    public Optional<Note> checkpoint(CommunityId community) {
        return store.newest(community)
                .map(signed -> Note.parse(signed.note())
                        .with(witnesses(community, signed.size()).stream()
                                .map(Witnessing::line)
                                .filter(Objects::nonNull)
                                .toList()));
    }

    /** Checkpoints as they were signed, smallest first, from that size on. */
    public List<Note> checkpoints(CommunityId community, long from, int most) {
        return store.checkpoints(community, from, most).stream()
                .map(signed -> Note.parse(signed.note()))
                .toList();
    }

    /** Who has seen the checkpoint of that size. */
    public List<Witnessing> witnesses(CommunityId community, long size) {
        return witnesses.stream()
                .flatMap(witness -> witness.of(community, size).stream())
                .toList();
    }

    /** The bytes of a tile of hashes or of entries; nothing when the tree does not have all of it. */
    public Optional<byte[]> tile(CommunityId community, Tile tile) {
        long size = head(community).map(LogHead::size).orElse(0L);
        if (!tile.isIn(size)) return Optional.empty();
        return Optional.of(tile.level() == Tile.ENTRIES ? bundle(community, tile) : hashes(community, tile));
    }

    private byte[] bundle(CommunityId community, Tile tile) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (String leaf : store.leaves(community, tile.index() * Tile.FULL, tile.width())) {
            byte[] bytes = leaf.getBytes(StandardCharsets.UTF_8);
            bundle.write(bytes.length >> 8);
            bundle.write(bytes.length);
            bundle.writeBytes(bytes);
        }
        return bundle.toByteArray();
    }

    private byte[] hashes(CommunityId community, Tile tile) {
        return store.hashes(community, tile)
                .filter(bytes -> bytes.length == tile.width() * Hash.LENGTH)
                .orElseThrow(() -> new IllegalStateException(
                        "the log of community " + community.value() + " is damaged at " + tile.path()));
    }

    /** The nodes of the tree as it was at that size. */
    public Tiles tree(CommunityId community, long size) {
        return new Tiles(size, tile -> hashes(community, tile));
    }

    /** Rows with all that is needed to check them, from that seq on. */
    public List<LogRow> rows(CommunityId community, long from, int most) {
        return store.rows(community, from, most);
    }

    /** The entry's place in the newest checkpoint; nothing while it waits for one. */
    Optional<LoggedEntry> find(CommunityId community, long entry) {
        Optional<Long> seq = store.seq(community, entry);
        Optional<LogStore.Signed> newest = store.newest(community);
        if (seq.isEmpty() || newest.isEmpty() || seq.get() >= newest.get().size()) return Optional.empty();
        LogRow row = store.rows(community, seq.get(), 1).getFirst();
        Checkpoint checkpoint = Checkpoint.parse(Note.parse(newest.get().note()).text());
        return Optional.of(new LoggedEntry(
                row,
                Hash.leaf(row.leaf().getBytes(StandardCharsets.UTF_8)),
                checkpoint,
                newest.get().note(),
                MerkleTree.inclusion(row.seq(), checkpoint.size(), tree(community, checkpoint.size())),
                store.checkpoints(community, row.seq() + 1, 1).getFirst().at()));
    }
}
