package mainline.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import mainline.platform.Outbound;
import mainline.proof.Hash;
import mainline.proof.Tile;

/** The record as a server shows it to everybody. */
public final class ServedRecord implements RecordCopy {
    private static final int LONGEST_NOTE = 1 << 20;
    private static final int LONGEST_PAGE = 32 << 20;

    private final Outbound outbound;
    private final String base;

    /** @param community the community's address, such as {@code https://example.org/harbour} */
    public ServedRecord(Outbound outbound, String community) {
        this.outbound = outbound;
        base = community.replaceFirst("/+$", "") + "/record/";
    }

    @Override
    public Head head() throws IOException {
        return new Head(text("checkpoint"), text("key").strip());
    }

    @Override
    public Iterator<String> rows(long from, long to) {
        return new Pages(from, to);
    }

    @Override
    public byte[] tile(Tile tile) throws IOException {
        Outbound.Answer answer = get(tile.path(), Tile.FULL * Hash.LENGTH);
        // A log that has grown meanwhile may have kept the full tile only.
        if (answer.status() == 404 && !tile.isFull())
            answer = get(new Tile(tile.level(), tile.index(), Tile.FULL).path(), Tile.FULL * Hash.LENGTH);
        int wanted = tile.width() * Hash.LENGTH;
        if (answer.status() != 200 || answer.body().length < wanted)
            throw new IOException(
                    base + tile.path() + " answered " + answer.status() + " with " + answer.body().length + " bytes");
        return Arrays.copyOf(answer.body(), wanted);
    }

    private String text(String page) throws IOException {
        Outbound.Answer answer = get(page, LONGEST_NOTE);
        if (answer.status() != 200) throw new IOException(base + page + " answered " + answer.status() + ", not 200");
        return answer.text();
    }

    private Outbound.Answer get(String page, int most) throws IOException {
        try {
            return outbound.get(URI.create(base + page), most);
        } catch (IllegalArgumentException e) {
            throw new IOException(base + page + " is not an address");
        }
    }

    /** One page of rows after the other, until one is empty. */
    private final class Pages implements Iterator<String> {
        private final long to;
        private long next;
        private Iterator<String> page = Collections.emptyIterator();

        Pages(long from, long to) {
            this.next = from;
            this.to = to;
        }

        @Override
        public boolean hasNext() {
            if (next >= to) return false;
            if (!page.hasNext()) page = fetch();
            return page.hasNext();
        }

        @Override
        public String next() {
            if (!hasNext()) throw new NoSuchElementException();
            next++;
            return page.next();
        }

        private Iterator<String> fetch() {
            String name = "rows?from=" + next;
            try {
                Outbound.Answer answer = get(name, LONGEST_PAGE);
                if (answer.status() != 200)
                    throw new IOException(base + name + " answered " + answer.status() + ", not 200");
                return new BoundedLines(new ByteArrayInputStream(answer.body()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
