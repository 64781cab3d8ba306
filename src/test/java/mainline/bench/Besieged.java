package mainline.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.Browser;
import mainline.Mainline;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.discussion.Discussions;
import mainline.exchange.GitImport;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.PersonId;
import mainline.mission.Founding;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import mainline.people.People;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as an operator starts it, with a community in it, and what can be seen of it from outside. */
final class Besieged implements AutoCloseable {
    static final String READER = "reader@example.org";
    static final String MALLORY = "mallory@example.org";
    static final String PASSWORD = "tide-table-over-breakfast";
    static final String HOME = "/harbour";
    static final int COMMITS = 5_000;

    final int port;
    final String token;
    final String reader;
    final String mallory;
    final String mallorysForm;
    final String workspace;
    final String idea;
    final String head;
    private final Process server;

    private Besieged(int port, String token, Process server) throws InterruptedException {
        this.port = port;
        this.token = token;
        this.server = server;
        await();
        reader = cookies(new Browser(port).signIn(READER, PASSWORD)) + "; acted=yes";
        Browser member = new Browser(port).signIn(MALLORY, PASSWORD).get("/me");
        mallory = cookies(member);
        mallorysForm = member.page().select("meta[name=csrf]").attr("content");
        workspace = member.with("X-CSRF-TOKEN", mallorysForm)
                .post(HOME + "/workspaces", Map.of())
                .header("Location");
        idea = new Browser(port).get(HOME + "/ideas/1").path();
        head = new Browser(port)
                .get(HOME + "/handbook.git/info/refs?service=git-upload-pack")
                .body()
                .replaceAll("(?s).*?([0-9a-f]{40}) HEAD.*", "$1");
    }

    /** @param behindProxy forwarded addresses are believed, as is usual; otherwise every address stands for itself */
    static Besieged start(Path folder, boolean behindProxy) throws Exception {
        Path data = folder.resolve("data");
        String token = fill(folder, data);
        int port = freePort();
        ProcessBuilder start = new ProcessBuilder(
                        "bin/mainline", "serve", "--data", data.toString(), "--port", "" + port, "--bind", "127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        if (!behindProxy) start.environment().put("SERVER_FORWARD_HEADERS_STRATEGY", "none");
        return new Besieged(port, token, start.start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try {
                if (new Browser(port).ask("/ping").status() == 204) return;
            } catch (RuntimeException e) {
                if (!server.isAlive()) throw new IllegalStateException("the server did not start", e);
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the server does not answer");
    }

    private static String cookies(Browser browser) {
        return browser.cookies().entrySet().stream()
                .filter(cookie ->
                        !cookie.getKey().equals("acted") && !cookie.getKey().equals("notice"))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** @return a token with which Mallory pushes */
    private static String fill(Path folder, Path data) throws Exception {
        try (ConfigurableApplicationContext app = new SpringApplicationBuilder(Mainline.class)
                .web(WebApplicationType.NONE)
                .run("--mainline.data=" + data, "--mainline.jobs=false", "--spring.main.keep-alive=false")) {
            People people = app.getBean(People.class);
            PersonId reader = people.create("A Reader", READER, PASSWORD).id();
            PersonId mallory = people.create("Mallory", MALLORY, PASSWORD).id();
            Community harbour = app.getBean(Founding.class)
                    .found("The harbour", "harbour", "UTC", "We measure what we do, and say so.", reader);
            app.getBean(Communities.class).join(harbour.id(), mallory);
            Path source = Git.repository(folder, "source", 500, COMMITS);
            app.getBean(GitImport.class).bring(source, "harbour", null, line -> {});
            talk(app, new Member(harbour.id(), reader));
            return app.getBean(AccessTokens.class).make(mallory, "siege", AccessToken.Scope.PUSH);
        }
    }

    private static void talk(ConfigurableApplicationContext app, Member member) {
        var idea = app.getBean(Ideas.class)
                .publish(member, new Wording("Read the tide table", "Because it is **useful**.", 1, ""));
        for (int i = 0; i < 200; i++)
            app.getBean(Discussions.class)
                    .say(
                            member,
                            idea.subject(),
                            null,
                            "Comment " + i + ": we did this.\n\n" + "Words and words. ".repeat(200));
    }

    boolean lives() {
        return server.isAlive();
    }

    /** What the process itself holds in memory, in megabytes; the database's processes not counted. */
    double resident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + server.pid(), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", "" + server.pid(), "fd"))) {
            return files.count();
        }
    }

    /** What is reachable on the heap, in megabytes. */
    double reachable() throws Exception {
        ask("GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(ask("GC.heap_info"));
        double sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1)) / 1024.0;
            if (sum > 0 && used.hitEnd()) break;
        }
        return sum;
    }

    private String ask(String command) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + server.pid(), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor(30, TimeUnit.SECONDS);
        return said.replaceAll("(?m)^ (Metaspace|  class space).*$", "");
    }

    @Override
    public void close() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(30, TimeUnit.SECONDS)) server.destroyForcibly();
    }
}
