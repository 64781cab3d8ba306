package mainline.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.proof.Checkpoint;
import mainline.proof.LogRow;
import mainline.proof.Malformed;
import mainline.proof.Note;
import mainline.proof.Tile;
import mainline.proof.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records of this installation, to be checked or taken along. */
@Component
public class RecordCopies {
    private static final int TOGETHER = 2_000;

    private final Log log;
    private final List<Attested> attested;

    RecordCopies(Log log, List<Attested> attested) {
        this.log = log;
        this.attested = attested;
    }

    /** What the database holds now; nothing before the first checkpoint. */
    @Transactional(readOnly = true)
    public Optional<RecordCopy> of(CommunityId community) {
        Optional<Note> note = log.checkpoint(community);
        Optional<VerifierKey> key = log.key(community);
        if (note.isEmpty() || key.isEmpty()) return Optional.empty();
        return Optional.of(new Stored(
                community, new RecordCopy.Head(note.get().whole(), key.get().text())));
    }

    /** What other modules store and the record does not bear out. */
    public List<Misfit> misfits(CommunityId community) {
        return attested.stream()
                .flatMap(each -> each.misfits(community).stream())
                .toList();
    }

    /**
     * Writes an export: the head, then every row that its checkpoint covers. Such a file can be verified anywhere.
     *
     * @throws Missing before the first checkpoint
     */
    @SuppressWarnings("ThreadPriorityCheck") // Others are let through between two portions.
    public void write(CommunityId community, OutputStream out) throws IOException {
        // Puts what tells of an erasure into the tree before the rows are read.
        while (log.append(community) == Log.TOGETHER) Thread.yield();
        RecordCopy copy = of(community).orElseThrow(() -> new Missing("checkpoint"));
        RecordCopy.Head head = copy.head();
        line(out, RecordFile.headLine(head));
        Iterator<String> rows = copy.rows(
                0, Checkpoint.parse(Note.parse(head.checkpoint()).text()).size());
        while (rows.hasNext()) line(out, rows.next());
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Some thousand rows are read at a time. */
    private final class Stored implements RecordCopy {
        private final CommunityId community;
        private final Head head;

        Stored(CommunityId community, Head head) {
            this.community = community;
            this.head = head;
        }

        @Override
        public Head head() {
            return head;
        }

        @Override
        public byte @Nullable [] tile(Tile tile) {
            try {
                return log.tile(community, tile).orElseThrow(() -> new Malformed(tile.path() + " is missing"));
            } catch (IllegalStateException damaged) {
                throw new Malformed(tile.path() + " is missing or damaged");
            }
        }

        @Override
        public Iterator<String> rows(long from, long to) {
            return new Iterator<>() {
                private long next = from;
                private Iterator<LogRow> page = Collections.emptyIterator();

                @Override
                public boolean hasNext() {
                    if (next >= to) return false;
                    if (!page.hasNext())
                        page = log.rows(community, next, (int) Math.min(TOGETHER, to - next))
                                .iterator();
                    return page.hasNext();
                }

                @Override
                public String next() {
                    if (!hasNext()) throw new NoSuchElementException();
                    next++;
                    return page.next().line();
                }
            };
        }
    }
}
