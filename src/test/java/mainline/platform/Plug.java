package mainline.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A line to a server that can be pulled for connections which name themselves by a word: from then on nothing gets through
 * on them, and nobody is told.
 */
public final class Plug implements AutoCloseable {
    private final ServerSocket socket;
    private final int behind;
    private final String word;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean pulled;

    /** @param behind the port on this machine to which it leads */
    public Plug(int behind, String word) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.behind = behind;
        this.word = word;
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void pull() {
        pulled = true;
    }

    public void putBack() {
        pulled = false;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                new Line(socket.accept(), new Socket(InetAddress.getLoopbackAddress(), behind)).open();
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** One connection, both ways. */
    private final class Line {
        private final Socket near;
        private final Socket far;
        private volatile boolean named;

        Line(Socket near, Socket far) {
            this.near = near;
            this.far = far;
            sockets.add(near);
            sockets.add(far);
        }

        void open() {
            Thread.ofVirtual().start(() -> carry(near, far));
            Thread.ofVirtual().start(() -> carry(far, near));
        }

        private void carry(Socket from, Socket to) {
            byte[] some = new byte[16 << 10];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int length = in.read(some); length >= 0; length = in.read(some)) {
                    named |= new String(some, 0, length, StandardCharsets.ISO_8859_1).contains(word);
                    // What is sent on a dead line is lost, and the line with it.
                    if (named && pulled) Thread.sleep(Long.MAX_VALUE);
                    out.write(some, 0, length);
                }
            } catch (IOException | InterruptedException closed) {
                // The other side is closed, too.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : sockets) each.close();
    }
}
