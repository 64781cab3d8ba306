package mainline.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole log: each row against its leaf, the leaves against every checkpoint at hand, and every hole against the
 * entry that tells of its erasure. It needs nothing but what anyone can download.
 */
public final class LogVerifier {
    /** The problem of a row that was erased without an entry about it. */
    public static final String UNTOLD = "what it said is gone, and no entry tells of an erasure";

    private static final int TOGETHER = 2_000;
    private static final int CHARACTERS_TOGETHER = 2_000_000;
    private static final int AHEAD = 8;
    private static final int THREADS = 2;

    private final VerifierKey key;

    /** @param key the log's; its name is the log's origin */
    public LogVerifier(VerifierKey key) {
        this.key = key;
    }

    /** As {@link #verify(Iterator, List, LongFunction)}, with nothing published about single leaves. */
    public Verification verify(Iterator<String> rows, List<Note> checkpoints) {
        return verify(rows, checkpoints, null);
    }

    /**
     * @param rows all rows from the first as lines of JSON; rows beyond the newest checkpoint only have to fit their leaves
     * @param checkpoints at least one; the more there are, the more exactly a wrong row can be named
     * @param published the hash of a leaf as the tiles have it, to name a wrong row exactly; may give null
     */
    public Verification verify(
            Iterator<String> rows, List<Note> checkpoints, @Nullable LongFunction<@Nullable Hash> published) {
        List<Checkpoint> signed = new ArrayList<>();
        for (Note note : checkpoints) {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            String flaw = flaw(note, checkpoint);
            if (!flaw.isEmpty()) return new Verification(0, -1, flaw);
            signed.add(checkpoint);
        }
        signed.sort(Comparator.comparingLong(Checkpoint::size));
        Reading reading = new Reading(signed, published);
        read(rows, reading);
        return reading.end();
    }

    private String flaw(Note note, Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(key.name())) return "the checkpoint is of another log, " + checkpoint.origin();
        if (!note.isSignedBy(key))
            return "the checkpoint of " + checkpoint.size() + " rows is not signed with this key";
        return "";
    }

    /** Rows are hashed some parts ahead, and taken in their order. */
    private static void read(Iterator<String> rows, Reading reading) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Deque<CompletableFuture<Part>> ahead = new ArrayDeque<>();
            long next = 0;
            while (rows.hasNext() || !ahead.isEmpty()) {
                while (rows.hasNext() && ahead.size() < AHEAD) {
                    List<String> lines = some(rows);
                    long first = next;
                    ahead.add(CompletableFuture.supplyAsync(() -> Part.of(first, lines), threads));
                    next += lines.size();
                }
                reading.take(ahead.remove().join());
            }
        }
    }

    private static List<String> some(Iterator<String> rows) {
        List<String> lines = new ArrayList<>(TOGETHER);
        int characters = 0;
        while (lines.size() < TOGETHER && characters < CHARACTERS_TOGETHER && rows.hasNext()) {
            String line = rows.next();
            lines.add(line);
            characters += line.length();
        }
        return lines;
    }

    /** What was found in some rows that follow each other. */
    private record Part(long first, Hash[] leaves, List<Long> holes, List<String> erased, long misfit, String problem) {
        static Part of(long first, List<String> lines) {
            Hash[] leaves = new Hash[lines.size()];
            List<Long> holes = new ArrayList<>();
            List<String> erased = new ArrayList<>();
            long misfit = -1;
            String problem = "";
            for (int i = 0; i < leaves.length; i++) {
                leaves[i] = Hash.EMPTY;
                String found;
                try {
                    LogRow row = LogRow.parse(lines.get(i));
                    leaves[i] = row.leafHash();
                    Leaf leaf = Leaf.parse(row.leaf());
                    found = row.misfit(first + i, leaf);
                    // One content has one spelling, so that nothing rides along unseen.
                    if (found.isEmpty() && !row.line().equals(lines.get(i))) found = "it is not written as rows are";
                    if (row.opened() == null) holes.add(first + i);
                    if (leaf.type().equals(Leaf.ERASED)) erased.add(leaf.subject());
                } catch (Malformed e) {
                    found = String.valueOf(e.getMessage());
                }
                if (misfit < 0 && !found.isEmpty()) {
                    misfit = first + i;
                    problem = found;
                }
            }
            return new Part(first, leaves, holes, erased, misfit, problem);
        }
    }

    /** The state of reading from the first row to the last; of all that does not fit the first row is kept. */
    private static final class Reading {
        private final Iterator<Checkpoint> checkpoints;
        private final long newest;
        private final @Nullable LongFunction<@Nullable Hash> published;
        private final GrowingTree tree = new GrowingTree();
        private final TreeSet<Long> holes = new TreeSet<>();
        private @Nullable Checkpoint next;
        private long proved;
        private long misfit = Long.MAX_VALUE;
        private String problem = "";
        private @Nullable Checkpoint broken;

        Reading(List<Checkpoint> sorted, @Nullable LongFunction<@Nullable Hash> published) {
            this.published = published;
            newest = sorted.isEmpty() ? 0 : sorted.getLast().size();
            checkpoints = sorted.iterator();
            compare();
        }

        void take(Part part) {
            for (int i = 0; i < part.leaves().length; i++) add(part.first() + i, part.leaves()[i]);
            if (part.misfit() >= 0) note(part.misfit(), part.problem());
            holes.addAll(part.holes());
            for (String subject : part.erased())
                if (subject.matches("ENTRY-\\d{1,18}")) holes.remove(Long.parseLong(subject.substring(6)));
        }

        private void add(long seq, Hash leaf) {
            Hash known = published == null || seq >= newest ? null : published.apply(seq);
            if (known != null && !known.equals(leaf)) note(seq, "the tree was made over another leaf");
            tree.add(leaf);
            compare();
        }

        private void compare() {
            if (next == null && checkpoints.hasNext()) next = checkpoints.next();
            while (next != null && next.size() == tree.size()) {
                if (!next.root().equals(tree.root())) broken = broken == null ? next : broken;
                else if (broken == null) proved = next.size();
                next = checkpoints.hasNext() ? checkpoints.next() : null;
            }
        }

        private void note(long seq, String what) {
            if (seq >= misfit) return;
            misfit = seq;
            problem = what;
        }

        Verification end() {
            // A row that is known to be wrong says more than a stretch in which one must be.
            if (broken != null && misfit >= broken.size())
                note(
                        Math.min(proved, broken.size() - 1),
                        "from here to row " + (broken.size() - 1) + ", something is not what was signed");
            if (tree.size() < newest) note(tree.size(), "it is missing, though " + newest + " rows were signed");
            if (!holes.isEmpty()) note(holes.first(), UNTOLD);
            boolean holds = problem.isEmpty();
            return new Verification(Math.min(tree.size(), newest), holds ? -1 : misfit, problem);
        }
    }
}
