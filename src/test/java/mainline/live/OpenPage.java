package mainline.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page that listens, by a plain connection: the head of the answer, then its lines as they come. */
final class OpenPage implements AutoCloseable {
    static final String ENDED = "ended";

    private final Socket socket;
    private final StringBuilder head = new StringBuilder();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final BufferedReader in;

    OpenPage(int port, String path, Map<String, String> cookies) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String carried = cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/event-stream\r\n"
                + (carried.isEmpty() ? "" : "Cookie: " + carried + "\r\n") + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine())
            head.append(line).append('\n');
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                // The last chunk is an empty one.
                if (line.equals("0")) break;
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add(closed.toString());
        }
        lines.add(ENDED);
    }

    String head() {
        return head.toString();
    }

    int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    /** The next line that tells something, or {@link #ENDED}; null when none comes. */
    @Nullable
    String next() throws InterruptedException {
        return next(10_000);
    }

    @Nullable
    String next(long millis) throws InterruptedException {
        for (String line = poll(millis); line != null; line = poll(millis))
            if (line.startsWith("data: ") || line.startsWith("event: look") || line.equals(ENDED)) return line;
        return null;
    }

    private @Nullable String poll(long millis) throws InterruptedException {
        return lines.poll(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
