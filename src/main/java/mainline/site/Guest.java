package mainline.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import mainline.people.Presence;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** One connection: since when it has waited for somebody to ask for something, and how fast they take what they asked for. */
final class Guest implements Presence {
    static final Guest UNKNOWN = new Guest("", null, "", true);

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long SLOWEST_BYTES_A_SECOND = 2 << 10;

    private final String key;
    private final @Nullable SocketChannel channel;
    private final String network;
    private final boolean proxy;
    private volatile boolean waits = true;
    private volatile boolean sends;
    private volatile boolean shownOut;
    private volatile long since = System.nanoTime();
    private volatile @Nullable Response answer;
    private long committed;
    private boolean hadToWait;

    Guest(String key, @Nullable SocketChannel channel, String network, boolean proxy) {
        this.key = key;
        this.channel = channel;
        this.network = network;
        this.proxy = proxy;
    }

    String key() {
        return key;
    }

    @Nullable
    SocketChannel channel() {
        return channel;
    }

    String network() {
        return network;
    }

    boolean isProxy() {
        return proxy;
    }

    boolean isOpen() {
        return channel != null && channel.isOpen();
    }

    /** Nobody else reads while they are served. Whoever says more before they have heard all there is does not listen either. */
    @Override
    public boolean hasLeft() {
        try {
            return channel != null && channel.read(ByteBuffer.allocate(1)) != 0;
        } catch (IOException gone) {
            return true;
        }
    }

    boolean isShownOut() {
        return shownOut;
    }

    /** Nothing is done for them until they have sent all they want to send. */
    synchronized void waits() {
        answer = null;
        sends = false;
        since = System.nanoTime();
        waits = true;
    }

    /** So long as bytes keep coming; until all are there, they still make room for others. */
    synchronized void sends() {
        waits();
        sends = true;
    }

    synchronized void isServed(Response response) {
        waits = false;
        sends = false;
        committed = 0;
        answer = response;
    }

    long since() {
        return since;
    }

    /** Shows them out unless they began to send, or to be served, just now. */
    synchronized boolean showOutAfter(long nanos) {
        boolean idle = waits && !sends && !shownOut && System.nanoTime() - since > nanos;
        if (idle) showOut();
        return idle;
    }

    /** The same when nothing has come from them since that moment. */
    synchronized boolean showOutSince(long moment) {
        boolean idle = waits && since == moment;
        if (idle) showOut();
        return idle;
    }

    /** Looked at once a second: bytes wait to be taken, and hardly any were taken since the answer began. */
    boolean readsTooSlowly(@Nullable SocketWrapperBase<?> socket) {
        Response begun = answer;
        if (begun == null || socket == null || !begun.isCommitted()) return false;
        long now = System.nanoTime();
        if (committed == 0) committed = now;
        long took = now - committed;
        // Whoever reads well may be looked at in the moment in which something is written; not twice in a row.
        boolean waited = hadToWait;
        hadToWait = socket.hasDataToWrite();
        return took > PATIENCE
                && waited
                && hadToWait
                && begun.getBytesWritten(false) < SLOWEST_BYTES_A_SECOND * TimeUnit.NANOSECONDS.toSeconds(took);
    }

    /** Whoever reads from them next finds the end. */
    private void showOut() {
        shownOut = true;
        try {
            if (channel != null) channel.shutdownInput();
        } catch (IOException gone) {
            // They went by themselves.
        }
    }

    void cutOff() {
        try {
            if (channel != null) channel.shutdownOutput();
        } catch (IOException gone) {
            shownOut = true;
        }
    }
}
