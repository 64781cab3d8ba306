package mainline.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that takes every connection and says nothing, as some firewalls do. */
final class BlackHole implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Socket> taken = new CopyOnWriteArrayList<>();

    BlackHole() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many wait for a word. */
    int waiting() {
        return taken.size();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                taken.add(socket.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : taken) each.close();
    }
}
