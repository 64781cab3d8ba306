package mainline.git;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.internal.storage.dfs.DfsOutputStream;

/** Writes a pack's file chunk by chunk; what was written can be read back before the file is closed. */
final class PackOutput extends DfsOutputStream {
    private final GitStore store;
    private final CommunityId community;
    private final UUID pack;
    private final String ext;
    private final byte[] tail = new byte[GitStore.CHUNK];
    private int tailLength;
    private int chunks;
    private boolean closed;
    private int readChunk = -1;
    private byte[] read = new byte[0];

    PackOutput(GitStore store, CommunityId community, UUID pack, String ext) {
        this.store = store;
        this.community = community;
        this.pack = pack;
        this.ext = ext;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int from = offset, end = offset + length; from < end; ) {
            int fits = Math.min(end - from, tail.length - tailLength);
            System.arraycopy(bytes, from, tail, tailLength, fits);
            tailLength += fits;
            from += fits;
            if (tailLength == tail.length) store();
        }
    }

    private void store() {
        store.write(community, pack, ext, chunks++, Arrays.copyOf(tail, tailLength));
        tailLength = 0;
    }

    @Override
    public int read(long position, ByteBuffer into) {
        int chunk = (int) (position / GitStore.CHUNK);
        int offset = (int) (position % GitStore.CHUNK);
        int length = chunk < chunks ? chunk(chunk).length : tailLength;
        if (offset >= length) return -1;
        int count = Math.min(into.remaining(), length - offset);
        into.put(chunk < chunks ? chunk(chunk) : tail, offset, count);
        return count;
    }

    private byte[] chunk(int n) {
        if (n != readChunk) {
            read = store.read(community, pack, ext, n, 1).getFirst();
            readChunk = n;
        }
        return read;
    }

    @Override
    public void close() {
        if (!closed && tailLength > 0) store();
        closed = true;
    }
}
