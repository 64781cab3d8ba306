package mainline.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers what a test wants, and keeps every line it was told as the bytes came. */
public final class PlainSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final boolean utf8;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public PlainSmtp(boolean utf8) throws IOException {
        this.utf8 = utf8;
        socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** @param command such as {@code RCPT}; {@code .} is the end of a letter */
    public PlainSmtp answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** Lines that begin so, each letter of which is one byte. */
    public List<String> heard(String beginning) {
        return heard.stream().filter(line -> line.startsWith(beginning)).toList();
    }

    /** The same read as UTF-8. */
    public List<String> heardInUtf8(String beginning) {
        return heard(beginning).stream()
                .map(line -> new String(line.getBytes(ISO_8859_1), UTF_8))
                .toList();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setSoTimeout(20_000);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
                var out = client.getOutputStream()) {
            say(out, "220 plain.example ESMTP");
            boolean letter = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (letter && !line.equals(".")) continue;
                String command = line.split("[ :]", 2)[0];
                String answer = answers.getOrDefault(command, usual(command));
                letter = command.equals("DATA") && answer.startsWith("354");
                say(out, answer);
                if (answer.startsWith("421") || command.equals("QUIT")) return;
            }
        } catch (IOException gone) {
            // The other side has hung up.
        }
    }

    private String usual(String command) {
        return switch (command) {
            case "EHLO" -> utf8 ? "250-plain.example\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250 plain.example";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
