package mainline.git;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.internal.storage.dfs.ReadableChannel;

/** Reads a pack's file a few chunks at a time, at any place. */
final class PackInput implements ReadableChannel {
    private static final int MOST_CHUNKS_AHEAD = 16;

    private final GitStore store;
    private final CommunityId community;
    private final UUID pack;
    private final String ext;
    private final long size;
    private List<byte[]> held = List.of();
    private int firstHeld;
    private int ahead = 1;
    private long position;
    private boolean open = true;

    PackInput(GitStore store, CommunityId community, UUID pack, String ext, long size) {
        this.store = store;
        this.community = community;
        this.pack = pack;
        this.ext = ext;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws EOFException {
        if (position >= size) return -1;
        int before = into.remaining();
        while (into.hasRemaining() && position < size) {
            byte[] chunk = chunk((int) (position / GitStore.CHUNK));
            int offset = (int) (position % GitStore.CHUNK);
            int count = Math.min(into.remaining(), chunk.length - offset);
            if (count <= 0) throw new EOFException(pack + "." + ext + " ends at " + position + " of " + size);
            into.put(chunk, offset, count);
            position += count;
        }
        return before - into.remaining();
    }

    private byte[] chunk(int n) throws EOFException {
        if (n < firstHeld || n >= firstHeld + held.size()) {
            held = store.read(community, pack, ext, n, ahead);
            firstHeld = n;
            if (held.isEmpty()) throw new EOFException(pack + "." + ext + " has no chunk " + n);
        }
        return held.get(n - firstHeld);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void position(long place) {
        position = place;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int blockSize() {
        return GitStore.CHUNK;
    }

    @Override
    public void setReadAheadBytes(int bytes) {
        ahead = Math.clamp(bytes / GitStore.CHUNK, 1, MOST_CHUNKS_AHEAD);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        held = List.of();
    }
}
