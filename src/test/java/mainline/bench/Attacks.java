package mainline.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** What one client, or many, can do to a server with little effort of their own. */
final class Attacks {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ASK = "application/x-git-upload-pack-request";
    private static final String V2 = "Git-Protocol: version=2\r\n";
    private static final String GIT = Besieged.HOME + "/handbook.git/";
    private static final String NAME = "1234567890123456789012345678901234567890";
    private static final int KILOBYTE = 1 << 10;

    private final Besieged server;

    Attacks(Besieged server) {
        this.server = server;
    }

    /** @param until in nanoseconds of {@link System#nanoTime} */
    record Shot(Besieged server, String from, long until, int n) {
        Wire wire() throws IOException {
            return new Wire(server.port, from);
        }

        boolean goesOn() {
            return System.nanoTime() < until;
        }
    }

    interface Act {
        void play(Shot shot) throws Exception;
    }

    /** @param parallel how many at once, each again and again */
    record Attack(String name, int parallel, Act act) {}

    List<Attack> all() throws IOException {
        byte[] prefixes = gzip(command("ls-refs", line("ref-prefix a\n").repeat(550_000)));
        byte[] haves = gzip(command("fetch", line("have " + NAME + "\n").repeat(200_000)));
        byte[] manyHaves = gzip(command("fetch", line("have " + NAME + "\n").repeat(35_000)));
        byte[] shallows = gzip(command("fetch", line("shallow " + NAME + "\n").repeat(35_000)));
        byte[] wants = gzip(command("fetch", line("want " + NAME + "\n").repeat(35_000)));
        byte[] bomb = gzip("0".repeat(200 << 20));
        byte[] photo = photo();
        String text = "of=text&text=" + "*a* **b** [c](d) `e` ".repeat(20_000);
        String json = "[".repeat(100_000);
        return List.of(
                new Attack("methods with a form of 150 MB", 8, shot -> pour(shot, List.of("PUT", "PATCH", "DELETE"))),
                new Attack(
                        "odd methods with a body",
                        8,
                        shot -> pour(shot, List.of("OPTIONS", "TRACE", "ODD", "HEAD", "GET"))),
                new Attack(
                        "announced forms of 2 MB",
                        450,
                        shot -> hold(
                                shot,
                                "POST",
                                "/sign-in",
                                "Content-Type: " + FORM + "\r\nContent-Length: 2000000\r\n",
                                "a=b")),
                new Attack("unfinished heads", 4_000, shot -> hold(shot, "GET / HTTP/1.1\r\nHost: localhost\r\nX-")),
                new Attack(
                        "open pages that listen to nothing",
                        2_000,
                        shot -> hold(
                                shot,
                                "GET",
                                Besieged.HOME + "/live?about=IDEA-" + shot.n() % 50,
                                shot.n() % 2 == 0 ? member() : "",
                                "")),
                new Attack("silent connections", 6_200, shot -> hold(shot, "")),
                new Attack("forms of a byte a second", 400, Attacks::drip),
                new Attack("forms without end", 20, Attacks::endless),
                new Attack(
                        "a hundred thousand fields",
                        10,
                        shot -> post(
                                shot, "/sign-in", FORM, "", "a&".repeat(60_000).getBytes(StandardCharsets.US_ASCII))),
                new Attack("fields in the address", 10, shot -> get(shot, "/sign-in?" + "a&".repeat(3_900), "")),
                new Attack("long heads", 50, shot -> get(shot, "/", ("X: " + "y".repeat(1000) + "\r\n").repeat(100))),
                new Attack(
                        "deep JSON",
                        10,
                        shot -> post(
                                shot,
                                List.of(
                                                "/preview?of=text",
                                                "/sign-in",
                                                "/witness/add-checkpoint",
                                                GIT + "git-upload-pack")
                                        .get(shot.n() % 4),
                                "application/json",
                                "",
                                json.getBytes(StandardCharsets.US_ASCII))),
                new Attack(
                        "many parts",
                        10,
                        shot -> post(
                                shot,
                                server.workspace + "/pictures",
                                "multipart/form-data; boundary=x",
                                member(),
                                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n"
                                        .repeat(20_000)
                                        .getBytes(StandardCharsets.US_ASCII))),
                new Attack(
                        "100-continue, then silence",
                        500,
                        shot -> hold(
                                shot,
                                "POST",
                                "/sign-in",
                                "Expect: 100-continue\r\nContent-Type: " + FORM + "\r\nContent-Length: 100000\r\n",
                                "")),
                new Attack(
                        "a thousand requests at once",
                        50,
                        shot -> hold(shot, "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_000))),
                new Attack(
                        "550,000 ref-prefixes in 36 KB",
                        60,
                        shot -> post(shot, GIT + "git-upload-pack", ASK, V2 + zipped(), prefixes)),
                new Attack("200,000 haves", 10, shot -> post(shot, GIT + "git-upload-pack", ASK, V2 + zipped(), haves)),
                new Attack(
                        "35,000 haves", 10, shot -> post(shot, GIT + "git-upload-pack", ASK, V2 + zipped(), manyHaves)),
                new Attack("35,000 wants", 10, shot -> post(shot, GIT + "git-upload-pack", ASK, V2 + zipped(), wants)),
                new Attack(
                        "35,000 shallow lines",
                        10,
                        shot -> post(shot, GIT + "git-upload-pack", ASK, V2 + zipped(), shallows)),
                new Attack(
                        "gzip bombs",
                        20,
                        shot -> post(
                                shot,
                                GIT + (shot.n() % 2 == 0 ? "git-upload-pack" : "git-receive-pack"),
                                shot.n() % 2 == 0 ? ASK : "application/x-git-receive-pack-request",
                                token() + zipped(),
                                bomb)),
                new Attack(
                        "pushes that stall",
                        100,
                        shot -> hold(
                                shot,
                                "POST",
                                GIT + "git-receive-pack",
                                token()
                                        + "Content-Type: application/x-git-receive-pack-request\r\nContent-Length: 90000000\r\n",
                                "0000PACK")),
                new Attack("clones read slowly", 100, shot -> {
                    byte[] question = command("fetch", line("want " + server.head + "\n") + line("done\n"))
                            .getBytes(StandardCharsets.US_ASCII);
                    sip(shot, wire -> wire.post(GIT + "git-upload-pack", ASK, V2, question));
                }),
                new Attack("clones", 20, shot -> {
                    byte[] question = command("fetch", line("want " + server.head + "\n") + line("done\n"))
                            .getBytes(StandardCharsets.US_ASCII);
                    post(shot, GIT + "git-upload-pack", ASK, V2, question);
                }),
                new Attack(
                        "exports read slowly",
                        100,
                        shot -> sip(shot, wire -> wire.head("GET", Besieged.HOME + "/record/export", ""))),
                new Attack(
                        "large pages read slowly",
                        300,
                        shot -> sip(
                                shot,
                                wire -> wire.head(
                                        "GET", server.idea + "?slow=" + shot.n() + "-" + System.nanoTime(), ""))),
                new Attack(
                        "previews by anybody",
                        20,
                        shot -> post(shot, "/preview?of=text", FORM, "", text.getBytes(StandardCharsets.US_ASCII))),
                new Attack(
                        "previews by a member",
                        20,
                        shot -> post(
                                shot, "/preview?of=text", FORM, member(), text.getBytes(StandardCharsets.US_ASCII))),
                new Attack(
                        "pictures of 20 million pixels",
                        10,
                        shot -> post(
                                shot,
                                server.workspace + "/pictures",
                                "multipart/form-data; boundary=x",
                                member(),
                                photo)),
                new Attack("sign-ins", 50, Attacks::signIn),
                new Attack("pages anew", 100, shot -> get(shot, server.idea + "?anew=" + System.nanoTime(), "")),
                new Attack(
                        "a book to print",
                        30,
                        shot -> get(shot, Besieged.HOME + "/handbook?print&anew=" + System.nanoTime(), "")),
                new Attack(
                        "who wrote what",
                        30,
                        shot -> get(
                                shot,
                                Besieged.HOME + "/handbook/part-0/page-" + shot.n() % 90 + "?blame&anew="
                                        + System.nanoTime(),
                                "")),
                new Attack(
                        "searches",
                        30,
                        shot -> get(
                                shot,
                                Besieged.HOME + "/handbook?q=" + Integer.toString(new Random().nextInt(1_000), 36)
                                        + "*",
                                "")),
                new Attack(
                        "zeros",
                        20,
                        shot -> get(
                                shot,
                                List.of(
                                                Besieged.HOME + "/handbook?q=%00",
                                                Besieged.HOME + "/editions?q=%00",
                                                Besieged.HOME + "/record?person=%00")
                                        .get(shot.n() % 3),
                                "")),
                new Attack(
                        "checkpoints",
                        20,
                        shot -> post(
                                shot,
                                "/witness/add-checkpoint",
                                "text/plain",
                                "",
                                ("old 0\n\na.example/log\n1\n" + "x".repeat(60_000))
                                        .getBytes(StandardCharsets.US_ASCII))));
    }

    private String member() {
        return "Cookie: " + server.mallory + "\r\nX-CSRF-TOKEN: " + server.mallorysForm + "\r\n";
    }

    private String token() {
        byte[] key = ("x:" + server.token).getBytes(StandardCharsets.US_ASCII);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(key) + "\r\n";
    }

    private static String zipped() {
        return "Content-Encoding: gzip\r\n";
    }

    private static void get(Shot shot, String path, String lines) throws IOException {
        try (Wire wire = shot.wire()) {
            wire.head("GET", path, lines + "Connection: close\r\n").rest();
        }
    }

    private static void post(Shot shot, String path, String type, String lines, byte[] body) throws IOException {
        try (Wire wire = shot.wire()) {
            wire.post(path, type, lines + "Connection: close\r\n", body).rest();
        }
    }

    private static void hold(Shot shot, String said) throws IOException {
        try (Wire wire = shot.wire()) {
            wire.say(said).hold(shot.until());
        }
    }

    private static void hold(Shot shot, String method, String path, String lines, String body) throws IOException {
        try (Wire wire = shot.wire()) {
            wire.head(method, path, lines).say(body).hold(shot.until());
        }
    }

    private static void pour(Shot shot, List<String> methods) throws IOException {
        byte[] part = new byte[64 * KILOBYTE];
        try (Wire wire = shot.wire()) {
            wire.head(
                    methods.get(shot.n() % methods.size()),
                    Besieged.HOME + "/ideas",
                    "Content-Type: " + FORM + "\r\nContent-Length: 150000000\r\n");
            for (int sent = 0; sent < 150_000_000 && shot.goesOn(); sent += part.length) wire.say(part);
        }
    }

    private static void drip(Shot shot) throws Exception {
        try (Wire wire = shot.wire()) {
            wire.head("POST", "/sign-in", "Content-Type: " + FORM + "\r\nContent-Length: 100000\r\n");
            for (; shot.goesOn(); Thread.sleep(1000)) wire.say("a");
        }
    }

    private static void endless(Shot shot) throws IOException {
        String part = "4000\r\n" + "a".repeat(16 * KILOBYTE) + "\r\n";
        try (Wire wire = shot.wire()) {
            wire.head("POST", "/sign-in", "Content-Type: " + FORM + "\r\nTransfer-Encoding: chunked\r\n");
            while (shot.goesOn()) wire.say(part);
        }
    }

    private interface Asking {
        Wire ask(Wire wire) throws IOException;
    }

    private static void sip(Shot shot, Asking asking) throws Exception {
        try (Wire wire = new Wire(shot.server().port, shot.from(), 4 * KILOBYTE)) {
            asking.ask(wire).sip(shot.until(), 200);
        }
    }

    private static void signIn(Shot shot) throws IOException {
        String form = "mail=nobody" + shot.n() + "%40example.org&password=not+this+one+either&_csrf=";
        post(shot, "/sign-in", FORM, "", form.getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(String text) {
        return String.format("%04x", text.length() + 4) + text;
    }

    private static String command(String name, String lines) {
        return line("command=" + name + "\n") + "0001" + lines + "0000";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return packed.toByteArray();
    }

    private static byte[] photo() throws IOException {
        BufferedImage picture = new BufferedImage(5_000, 4_000, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na photo\r\n--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(jpeg.toByteArray());
        form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }
}
