package mainline.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A load generator that costs little beside what it measures: blocking sockets with keep-alive, one request after the
 * other on each. Only for a server on this machine.
 */
final class Load {
    private static final int CONNECTIONS = 8;

    private final int port;

    Load(int port) {
        this.port = port;
    }

    /** Requests per second for this path over so many seconds, every answer checked to be of that status. */
    double rate(String path, String headers, int status, double seconds) {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/html\r\n" + headers
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try (ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) all.add(pool.submit(() -> run(request, status, end)));
            long requests = 0;
            for (Future<Long> one : all) requests += one.get();
            return requests / ((System.nanoTime() - start) / 1e9);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(path + ": " + e.getMessage(), e);
        }
    }

    private long run(byte[] request, int status, long end) throws IOException {
        long done = 0;
        try (Socket socket = new Socket("localhost", port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                int got = answer(in);
                if (got != status) throw new IOException("answered " + got + " instead of " + status);
                done++;
            }
        }
        return done;
    }

    private static int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String low = header.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:"))
                length = Integer.parseInt(low.substring(15).strip());
            if (low.startsWith("transfer-encoding:")) chunked = true;
        }
        if (chunked) {
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                in.skipNBytes(size);
                line(in);
            }
            line(in);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the server hung up");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
