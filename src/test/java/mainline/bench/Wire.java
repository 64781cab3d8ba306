package mainline.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection over which anything can be said, from any address of this machine. */
final class Wire implements AutoCloseable {
    private final Socket socket = new Socket();
    private final int port;
    private final InputStream in;
    private int length = -1;

    /** @param from the address it comes from, such as 127.0.7.2 */
    Wire(int port, String from, int receiveBuffer) throws IOException {
        this.port = port;
        if (receiveBuffer > 0) socket.setReceiveBufferSize(receiveBuffer);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 5_000);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Wire(int port, String from) throws IOException {
        this(port, from, 0);
    }

    Wire say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire say(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    /** A head with these further lines, each ended; the body is said afterwards. */
    Wire head(String method, String path, String lines) throws IOException {
        return say(method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/html\r\n" + lines
                + "\r\n");
    }

    Wire post(String path, String type, String lines, byte[] body) throws IOException {
        return head("POST", path, "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n" + lines)
                .say(body);
    }

    /** The status of the answer; its body is left. */
    int status() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        for (String header = line(); !header.isEmpty(); header = line())
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                length = Integer.parseInt(header.substring(15).strip());
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the server hung up");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    /** All that is left, until the server hangs up. */
    long rest() throws IOException {
        return in.transferTo(OutputStream.nullOutputStream());
    }

    /** Takes a byte every so often, as long as there are some. */
    void sip(long until, int millis) throws IOException, InterruptedException {
        while (System.nanoTime() < until && in.read() >= 0) Thread.sleep(millis);
    }

    /** Waits until the server hangs up, or until then. */
    void hold(long until) throws IOException {
        long millis = (until - System.nanoTime()) / 1_000_000;
        if (millis <= 0) return;
        socket.setSoTimeout((int) millis);
        rest();
    }

    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // Nobody listens any more.
        }
    }
}
