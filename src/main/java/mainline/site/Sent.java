package mainline.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mainline.kernel.Takes;
import mainline.platform.Budget;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * What somebody sends. A form is taken in as it comes, so that three bytes take three bytes whatever was announced, and is
 * read by the server once it is there; what goes to a file passes through. Neither may be longer than is taken, nor slower
 * than a kilobyte a second.
 */
final class Sent implements InputBuffer, AutoCloseable {
    static final InputBuffer NOTHING = new InputBuffer() {
        @Override
        public int doRead(ApplicationBufferHandler reader) {
            return -1;
        }

        @Override
        public int available() {
            return 0;
        }
    };

    /** Read, copied for its fields, and cut into them. */
    private static final int COPIES = 3;

    private static final int PART = 16 << 10;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final long BYTES_A_SECOND = 1 << 10;
    private static final long BYTES_A_SECOND_OF_A_FILE = 8 << 10;

    private final Request request;
    private final InputBuffer wire;
    private final long most;
    private final long began = System.nanoTime();
    private final List<ByteBuffer> parts = new ArrayList<>();
    private final List<Budget.Place> held = new ArrayList<>();
    private long length;
    private boolean whole;

    Sent(Request request, long most) {
        this.request = request;
        this.wire = request.getInputBuffer();
        this.most = most;
    }

    /** It is not taken any further. */
    static final class NotTaken extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        NotTaken(int status) {
            super("answered " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /**
     * Waits for all of it.
     *
     * @throws NotTaken when it is too long or too slow
     * @throws mainline.platform.Busy when there is no memory for it
     */
    void takeIn(Budget budget, String asker) throws IOException {
        Part part = new Part();
        ByteBuffer last = ByteBuffer.allocate(0);
        while (request.doRead(part) >= 0) {
            ByteBuffer more = part.getByteBuffer();
            count(more.remaining());
            while (more.hasRemaining()) {
                if (!last.hasRemaining()) {
                    last = room(budget, asker, more.remaining());
                    parts.add(last);
                }
                int fits = Math.min(more.remaining(), last.remaining());
                last.put(more.slice().limit(fits));
                more.position(more.position() + fits);
            }
        }
        parts.forEach(ByteBuffer::flip);
        whole = true;
    }

    /** A short form gets no more than it is; a long one comes in larger and larger parts. */
    private ByteBuffer room(Budget budget, String asker, int more) {
        int size = parts.isEmpty() ? Math.max(512, more) : (int) Math.clamp(length, PART, 16L * PART);
        held.add(budget.hold(asker, (long) COPIES * size));
        return ByteBuffer.allocate(size);
    }

    private void count(int more) throws NotTaken {
        length += more;
        if (length > most) throw new NotTaken(413);
        long late = System.nanoTime() - began - PATIENCE;
        long slowest = most > Takes.LONGEST_FORM ? BYTES_A_SECOND_OF_A_FILE : BYTES_A_SECOND;
        if (late > 0 && length < slowest * TimeUnit.NANOSECONDS.toSeconds(late)) throw new NotTaken(408);
    }

    @Override
    public int doRead(ApplicationBufferHandler reader) throws IOException {
        if (!whole) {
            int more = wire.doRead(reader);
            if (more > 0) count(more);
            return more;
        }
        if (parts.isEmpty()) return -1;
        ByteBuffer next = parts.removeFirst();
        reader.setByteBuffer(next);
        return next.remaining();
    }

    @Override
    public int available() {
        return whole ? parts.stream().mapToInt(ByteBuffer::remaining).sum() : wire.available();
    }

    @Override
    public void close() {
        parts.clear();
        held.forEach(Budget.Place::close);
    }

    private static final class Part implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            throw new UnsupportedOperationException("the server expands only what it parses itself");
        }
    }
}
