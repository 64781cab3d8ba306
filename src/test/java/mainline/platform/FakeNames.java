package mainline.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server (RFC 1035) that knows the texts a test gave it. */
final class FakeNames implements AutoCloseable {
    private static final int NO_SUCH_NAME = 3;

    private final DatagramSocket socket;
    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();

    FakeNames() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    NameServers asked() {
        return new NameServers("dns://127.0.0.1:" + socket.getLocalPort());
    }

    FakeNames with(String name, String... texts) {
        this.texts.put(name, List.of(texts));
        return this;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var asked = new DatagramPacket(new byte[512], 512);
                socket.receive(asked);
                byte[] answer = answer(ByteBuffer.wrap(asked.getData(), 0, asked.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(ByteBuffer asked) throws IOException {
        int id = asked.getShort(0);
        asked.position(12);
        var name = new StringBuilder();
        for (int length = asked.get(); length > 0; length = asked.get()) {
            byte[] label = new byte[length];
            asked.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, US_ASCII));
        }
        byte[] question = new byte[asked.position() + 4 - 12];
        asked.get(12, question);
        var found = texts.get(name.toString());
        var answer = new ByteArrayOutputStream();
        int flags = 0x8180 | (found == null ? NO_SUCH_NAME : 0);
        for (int number : new int[] {id, flags, 1, found == null ? 0 : found.size(), 0, 0}) add(answer, number);
        answer.write(question);
        if (found != null) for (String text : found) add(answer, text);
        return answer.toByteArray();
    }

    /** In strings of 255 bytes. */
    private static void add(ByteArrayOutputStream answer, String text) throws IOException {
        var strings = new ByteArrayOutputStream();
        for (int start = 0; start < text.length(); start += 255) {
            byte[] part =
                    text.substring(start, Math.min(text.length(), start + 255)).getBytes(US_ASCII);
            strings.write(part.length);
            strings.write(part);
        }
        for (int number : new int[] {0xc00c, 16, 1, 0, 60, strings.size()}) add(answer, number);
        answer.write(strings.toByteArray());
    }

    private static void add(ByteArrayOutputStream answer, int number) {
        answer.write(number >> 8);
        answer.write(number);
    }

    @Override
    public void close() {
        socket.close();
    }
}
