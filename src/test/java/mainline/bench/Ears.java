package mainline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Many open pages that listen, on one thread and in next to no memory: when each of them heard of each act. */
final class Ears implements AutoCloseable {
    private static final byte[] WORD = "event: moved".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final String path;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
    private final List<Long> acts = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
    private int pages;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closed;

    /** One page: whether its answer has begun, how much of the word came last, and how many acts it has heard of. */
    private static final class Ear {
        boolean answered;
        int matched;
        int heard;
    }

    Ears(int port, String path) throws IOException {
        this.port = port;
        this.path = path;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    void open(String cookie) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(StandardCharsets.US_ASCII.encode("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nAccept: text/event-stream\r\nCookie: " + cookie + "\r\n\r\n"));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Ear());
        pages++;
    }

    int count() {
        return pages;
    }

    void awaitOpen() throws InterruptedException {
        for (int i = 0; i < 600 && open.get() < pages; i++) Thread.sleep(100);
        if (open.get() < pages) throw new IllegalStateException(open.get() + " of " + pages + " pages are open");
    }

    /** An act begins. */
    void expect() {
        acts.add(System.nanoTime());
    }

    /** Once each page has heard of so many acts, or ten seconds later; the quickest first. */
    List<Double> arrivals(int each) throws InterruptedException {
        for (int i = 0; i < 100 && seconds.size() < each * pages; i++) Thread.sleep(100);
        List<Double> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return sorted;
    }

    private void listen() {
        try {
            while (!closed) {
                selector.select(key -> read((SocketChannel) key.channel(), (Ear) key.attachment()), 100);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void read(SocketChannel channel, Ear ear) {
        try {
            buffer.clear();
            if (channel.read(buffer) < 0) throw new IOException("a page was hung up on");
        } catch (IOException ended) {
            throw new IllegalStateException(ended);
        }
        long now = System.nanoTime();
        buffer.flip();
        if (!ear.answered) begin(ear);
        while (buffer.hasRemaining()) {
            byte next = buffer.get();
            if (next == WORD[ear.matched]) ear.matched++;
            else ear.matched = next == WORD[0] ? 1 : 0;
            if (ear.matched == WORD.length) {
                ear.matched = 0;
                seconds.add((now - acts.get(ear.heard++)) / 1e9);
            }
        }
    }

    private void begin(Ear ear) {
        String head = StandardCharsets.US_ASCII.decode(buffer.duplicate()).toString();
        if (!head.startsWith("HTTP/1.1 200")) throw new IllegalStateException(head);
        ear.answered = true;
        open.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (SelectionKey key : selector.keys()) key.channel().close();
        selector.close();
    }
}
